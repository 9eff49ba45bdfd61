package dev.trivet.conformance;

import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.FailoverModel;
import dev.trivet.failover.Fault;
import dev.trivet.failover.Outcome;
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

    private Scenario draw(long seed) {
        var random = new Random(seed);
        var steps = new Steps();
        int faultsLeft = pick(random, FAULTS);
        while (faultsLeft > 0 || !broken.isEmpty()) {
            boolean breaks = faultsLeft > 0 && (broken.isEmpty() || random.nextInt(4) > 0);
            if (breaks) {
                steps.breakIt(fault(random));
                faultsLeft--;
            } else {
                steps.repair(pick(random, broken));
            }
        }
        return steps.scenario(seed);
    }

    /** All API servers fail, and are repaired. */
    private Scenario common(long seed) {
        var random = new Random(seed);
        var steps = new Steps();
        for (String master : shuffled(masters, random)) {
            steps.breakIt(new Fault(master, Component.API_SERVER, pick(random, conditions(Component.API_SERVER))));
        }
        shuffled(broken, random).forEach(steps::repair);
        return steps.scenario(seed);
    }

    private Fault fault(Random random) {
        while (true) {
            var holders = replay.now().holders();
            var master = pick(random, random.nextInt(3) == 0 || holders.isEmpty() ? masters : holders);
            var component = pick(random, List.of(Component.values()));
            var fault = new Fault(master, component, pick(random, conditions(component)));
            if (!broken.contains(repair(fault)) && with(fault).isAnyReady()) {
                return fault;
            }
        }
    }

    /** How the rack is after a step that is not yet made, or is a repair that is. */
    private Arrangement with(Fault step) {
        var arrangement = new Arrangement(masters);
        broken.forEach(repair -> arrangement.set(new Fault(repair.master(), repair.component(), Condition.DOWN)));
        arrangement.set(step);
        return arrangement;
    }

    /** The steps of a scenario as they are made, on the replay as well. */
    private final class Steps {

        private final Outcome start = replay.now();
        private final List<Scenario.Step> made = new ArrayList<>();
        private boolean definite = true;

        void breakIt(Fault fault) {
            broken.add(Scenarios.repair(fault));
            made.add(new Scenario.Step(fault, replay.apply(fault), definite));
        }

        void repair(Fault repair) {
            broken.remove(repair);
            definite &= isDefinite(repair);
            made.add(new Scenario.Step(repair, replay.apply(repair), definite));
        }

        /** What comes back while nobody passes the check comes with more priority than the model gives it. */
        private boolean isDefinite(Fault repair) {
            boolean comesBack = repair.component() == Component.NODE || repair.component() == Component.KEEPALIVED;
            return !comesBack || masters.stream().anyMatch(with(repair)::passesAndIsHeard);
        }

        Scenario scenario(long seed) {
            return new Scenario(plan, seed, start, made);
        }
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
