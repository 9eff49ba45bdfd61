package dev.trivet.failover;

import java.util.List;

/**
 * A guarantee that does not hold: the shortest way to break it.
 *
 * @param guarantee what is broken
 * @param start how it was before any fault
 * @param steps the faults and repairs that break it, and what each led to
 * @param mend the smallest change that mends it
 * @since 0.1.0
 */
public record Counterexample(Guarantee guarantee, Outcome start, List<Step> steps, String mend) {

    /**
     * A fault or repair, and what it led to.
     *
     * @param fault the fault or repair
     * @param outcome how it was once the election came to rest
     * @since 0.1.0
     */
    public record Step(Fault fault, Outcome outcome) {}

    /** Copies the list. */
    public Counterexample {
        steps = List.copyOf(steps);
    }

    /** How it ends. */
    Outcome last() {
        return steps.isEmpty() ? start : steps.get(steps.size() - 1).outcome();
    }

    /** The story, a line each step. */
    @Override
    public String toString() {
        var text = new StringBuilder("Not so: ").append(guarantee).append(".\n");
        text.append("  At the start ").append(start.reason()).append(".\n");
        for (int i = 0; i < steps.size(); i++) {
            text.append("  ").append(i + 1).append(". ").append(steps.get(i).fault());
            text.append(": ").append(steps.get(i).outcome().reason()).append(".\n");
        }
        return text.append("  Mend: ").append(mend).append(".").toString();
    }
}
