package dev.trivet.conformance;

import dev.trivet.failover.Fault;
import dev.trivet.failover.Outcome;
import java.util.List;

/**
 * Faults and all their repairs, with what the model predicts.
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
     */
    record Step(Fault fault, Outcome expected) {

        @Override
        public String toString() {
            return fault + ": " + expected;
        }
    }

    Scenario {
        steps = List.copyOf(steps);
    }

    /** Who holds the address when all is repaired. */
    String lastHolder() {
        return steps.get(steps.size() - 1).expected().holders().get(0);
    }

    @Override
    public String toString() {
        return plan + ", seed " + seed + ": "
                + String.join(
                        "; ",
                        steps.stream().map(step -> step.fault().toString()).toList());
    }
}
