package dev.trivet.conformance;

import dev.trivet.failover.Fault;
import dev.trivet.failover.Outcome;
import java.util.List;

/**
 * Faults and all their repairs, with what the model predicts.
 *
 * <p>Some steps have more than one right end, and from there on a scenario is not definite: any one master may hold the
 * address. When nobody passes the check, a node that was cut off comes back as the holder that it takes itself for, and a new
 * keepalived has its full priority until its first check ends.
 *
 * @param plan the rack
 * @param seed what it was drawn from
 * @param start how it is before
 * @param steps the faults and repairs, in order
 */
record Scenario(RackPlan plan, long seed, Outcome start, List<Step> steps) {

    /**
     * A fault or repair, and the prediction.
     *
     * @param fault what is done
     * @param expected what the model says that it leads to
     * @param definite whether the holder must be the predicted one, and not only one
     */
    record Step(Fault fault, Outcome expected, boolean definite) {

        /** Whether the address is where it may be. */
        boolean isMetBy(List<String> holders) {
            return definite
                    ? holders.equals(expected.holders())
                    : holders.size() == expected.holders().size();
        }

        @Override
        public String toString() {
            return fault + ": " + (definite ? "" : "any one, where the model says ") + expected;
        }
    }

    Scenario {
        steps = List.copyOf(steps);
    }

    /** How nodes are cut off in it. */
    Cut cut() {
        return seed % 2 == 0 ? Cut.SILENT : Cut.UNPLUGGED;
    }

    @Override
    public String toString() {
        return plan + ", seed " + seed + ", nodes " + cut() + ": "
                + String.join(
                        "; ",
                        steps.stream().map(step -> step.fault().toString()).toList());
    }
}
