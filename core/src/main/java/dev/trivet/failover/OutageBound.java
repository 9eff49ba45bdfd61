package dev.trivet.failover;

import java.time.Duration;
import java.util.List;

/**
 * The longest that clients can be without service after faults, term by term.
 *
 * @param faults the faults, in order
 * @param terms what takes how long
 * @since 0.1.0
 */
public record OutageBound(List<Fault> faults, List<Term> terms) {

    /** Copies the lists. */
    public OutageBound {
        faults = List.copyOf(faults);
        terms = List.copyOf(terms);
    }

    /**
     * One part of the bound.
     *
     * @param what what takes this long
     * @param formula how it follows from the settings
     * @param duration how long it takes at most
     * @since 0.1.0
     */
    public record Term(String what, String formula, Duration duration) {

        /** The term on one line. */
        @Override
        public String toString() {
            return millis(duration) + "  " + what + " (" + formula + ")";
        }
    }

    /**
     * The sum of the terms.
     *
     * @return the longest outage
     */
    public Duration total() {
        return terms.stream().map(Term::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** The faults and the total, then a line each term. */
    @Override
    public String toString() {
        var text = new StringBuilder(
                String.join(", then ", faults.stream().map(Fault::toString).toList()));
        text.append(": at most ").append(millis(total()));
        terms.forEach(term -> text.append("\n    ").append(term));
        return text.toString();
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
