package dev.trivet.spec;

import java.time.Duration;

/** How often the balancer is checked, how long that may take, and how often it counts. */
final class CheckRules {

    private CheckRules() {}

    static void check(Draft draft, Findings findings) {
        requireWholeSeconds("healthCheck.interval", draft.checkInterval(), 1, findings);
        requireWholeSeconds("healthCheck.timeout", draft.checkTimeout(), 5, findings);
        findings.requireWithin(Rule.CHECK_COUNT, "healthCheck.fall", draft.fall(), 1, 100, "1 fails over soonest");
        findings.requireWithin(Rule.CHECK_COUNT, "healthCheck.rise", draft.rise(), 1, 100, "3 is a good number");
    }

    private static void requireWholeSeconds(String path, Duration actual, int lowest, Findings findings) {
        var second = Duration.ofSeconds(1);
        if (!Durations.isWithin(actual, Duration.ofSeconds(lowest), Duration.ofSeconds(60), second)) {
            findings.add(
                    Rule.CHECK_TIMING,
                    path,
                    actual,
                    "is not " + lowest + "s to 60s in whole seconds; write one of these");
        }
    }
}
