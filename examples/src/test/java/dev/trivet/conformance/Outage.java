package dev.trivet.conformance;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What clients saw of a fault.
 *
 * @param duration from the fault until the last request that failed was sent, zero if none did
 * @param failedProbes how many requests failed
 * @param ended whether requests succeed again
 */
record Outage(Duration duration, int failedProbes, boolean ended) {

    /** The one in the middle; an odd number of them is best. */
    static Outage median(List<Outage> outages) {
        var sorted = outages.stream()
                .sorted(Comparator.comparing(Outage::ended).reversed().thenComparing(Outage::duration))
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    @Override
    public String toString() {
        return ended
                ? duration.toMillis() + " ms (" + failedProbes + ")"
                : "not over after " + duration.toSeconds() + " s";
    }
}
