package dev.trivet.failover;

import java.util.List;

/**
 * What a fault led to, once the election came to rest.
 *
 * @param holders the masters that hold the address: one, if all is well
 * @param served whether clients are served through the address
 * @param couldServe whether they would be, if the right master held it
 * @param reason why it is so, in a sentence
 * @since 0.1.0
 */
public record Outcome(List<String> holders, boolean served, boolean couldServe, String reason) {

    /** Copies the list. */
    public Outcome {
        holders = List.copyOf(holders);
    }

    /** The reason. */
    @Override
    public String toString() {
        return reason;
    }
}
