package dev.trivet.spec;

import java.time.Duration;

/** How many connections HAProxy takes, and how long one may be silent. */
final class BalancerRules {

    private static final Duration SHORTEST_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(24);

    private BalancerRules() {}

    static void check(Draft draft, Findings findings) {
        findings.requireWithin(
                Rule.MAX_CONNECTIONS,
                "loadBalancer.maxConnections",
                draft.maxConnections(),
                100,
                1_000_000,
                "8000 serve hundreds of nodes");
        var timeout = draft.idleTimeout();
        if (!Durations.isWithin(timeout, SHORTEST_TIMEOUT, LONGEST_TIMEOUT, Duration.ofMillis(1))) {
            findings.add(
                    Rule.IDLE_TIMEOUT,
                    "loadBalancer.idleTimeout",
                    timeout,
                    "is not 1m to 576h in whole milliseconds; 1h is long enough for every watch");
        }
    }
}
