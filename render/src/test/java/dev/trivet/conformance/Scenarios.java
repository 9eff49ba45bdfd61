package dev.trivet.conformance;

import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.FailoverModel;
import dev.trivet.failover.Fault;
import dev.trivet.failover.Replay;
import dev.trivet.spec.Master;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Draws the scenarios of a rack. They form a chain: each begins with the holder that the last one ended with, so that every
 * repair is a step that is looked at, and nothing is reset in between.
 */
final class Scenarios {

    private static final int MOST_FAULTS = 3;

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
        return LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(scenarios::draw)
                .toList();
    }

    private Scenario draw(long seed) {
        var random = new Random(seed);
        var start = replay.now();
        var steps = new ArrayList<Scenario.Step>();
        int faultsLeft = 1 + random.nextInt(MOST_FAULTS);
        while (faultsLeft > 0 || !broken.isEmpty()) {
            boolean breaks = faultsLeft > 0 && (broken.isEmpty() || random.nextInt(4) > 0);
            var step = breaks ? fault(random) : broken.remove(random.nextInt(broken.size()));
            faultsLeft -= breaks ? 1 : 0;
            if (breaks) {
                broken.add(repair(step));
            }
            steps.add(new Scenario.Step(step, replay.apply(step)));
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

    /**
     * Whether it is the election alone that decides who holds the address then, and not who notices first. When the last
     * API server goes or the first one comes, every master's check changes at another moment. So one stays ready.
     */
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

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
