package dev.trivet.conformance;

import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.FailoverModel;
import dev.trivet.failover.Fault;
import dev.trivet.failover.Replay;
import dev.trivet.spec.Master;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Draws the scenarios of a rack. They form a chain: each begins with the holder that the last one ended with, so that every
 * repair is a step that is looked at, and nothing is reset in between. In the last one, all API servers fail.
 */
final class Scenarios {

    /** How many faults a scenario has: mostly one or two. */
    private static final List<Integer> FAULTS = List.of(1, 1, 2, 2, 2, 3);

    private final RackPlan plan;
    private final List<String> masters;
    private final Replay replay;
    private final List<Fault> broken = new ArrayList<>();

    private Scenarios(RackPlan plan) {
        var cluster = plan.cluster();
        this.plan = plan;
        this.masters = cluster.masters().stream().map(Master::name).toList();
        this.replay = Replay.of(FailoverModel.standard(cluster));
    }

    static List<Scenario> chain(RackPlan plan, long firstSeed, int count) {
        var scenarios = new Scenarios(plan);
        long last = firstSeed + count - 1;
        return LongStream.rangeClosed(firstSeed, last)
                .mapToObj(seed -> seed == last ? scenarios.common(seed) : scenarios.draw(seed))
                .toList();
    }

    /** All API servers fail, and are repaired. */
    private Scenario common(long seed) {
        var random = new Random(seed);
        var start = replay.now();
        var steps = new ArrayList<Scenario.Step>();
        boolean definite = true;
        for (String master : shuffled(masters, random)) {
            var condition = pick(random, conditions(Component.API_SERVER));
            var fault = new Fault(master, Component.API_SERVER, condition);
            definite = isDefinite(fault);
            broken.add(repair(fault));
            steps.add(new Scenario.Step(fault, replay.apply(fault), definite));
        }
        for (Fault repair : shuffled(broken, random)) {
            steps.add(new Scenario.Step(repair, replay.apply(repair), definite));
        }
        broken.clear();
        return new Scenario(plan, seed, start, steps);
    }

    private Scenario draw(long seed) {
        var random = new Random(seed);
        var start = replay.now();
        var steps = new ArrayList<Scenario.Step>();
        int faultsLeft = pick(random, FAULTS);
        while (faultsLeft > 0 || !broken.isEmpty()) {
            boolean breaks = faultsLeft > 0 && (broken.isEmpty() || random.nextInt(4) > 0);
            var step = breaks ? fault(random) : broken.remove(random.nextInt(broken.size()));
            faultsLeft -= breaks ? 1 : 0;
            if (breaks) {
                broken.add(repair(step));
            }
            steps.add(new Scenario.Step(step, replay.apply(step), true));
        }
        return new Scenario(plan, seed, start, steps);
    }

    private Fault fault(Random random) {
        while (true) {
            var holders = replay.now().holders();
            var holder = holders.isEmpty() ? masters : holders;
            var master = pick(random, random.nextInt(3) > 0 ? holder : masters);
            var component = pick(random, List.of(Component.values()));
            var fault = new Fault(master, component, pick(random, conditions(component)));
            if (!broken.contains(repair(fault)) && isDefinite(fault)) {
                return fault;
            }
        }
    }

    /** Whether an API server stays ready, so that no two masters' checks change at the same step. */
    private boolean isDefinite(Fault fault) {
        var arrangement = new Arrangement(masters);
        broken.forEach(repair -> arrangement.set(new Fault(repair.master(), repair.component(), Condition.DOWN)));
        arrangement.set(fault);
        return arrangement.isAnyReady();
    }

    private static List<Condition> conditions(Component component) {
        return switch (component) {
            case NODE -> List.of(Condition.DOWN);
            case KEEPALIVED, HAPROXY -> List.of(Condition.DOWN, Condition.FROZEN);
            case API_SERVER -> List.of(Condition.DOWN, Condition.FROZEN, Condition.ERRORS);
        };
    }

    private static Fault repair(Fault fault) {
        return new Fault(fault.master(), fault.component(), Condition.UP);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
