package dev.trivet.failover;

import java.util.List;

/**
 * What a fault led to, once the election came to rest.
 *
 * @param holders the masters that take the address: one, if all is well; several that tie take it at once for a moment, and
 *     clients keep the loser's ARP entry for seconds
 * @param served whether clients are served through the address for sure
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
