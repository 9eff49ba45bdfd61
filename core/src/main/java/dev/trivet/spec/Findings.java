package dev.trivet.spec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects violations; also says which value at which place the rules look at. */
final class Findings {

    private final List<Violation> violations = new ArrayList<>();

    void add(Rule rule, String path, Object actual, String message) {
        violations.add(new Violation(rule, path, text(actual), message));
    }

    /** Adds a violation unless the number is within its bounds. */
    void requireWithin(Rule rule, String path, int actual, int lowest, int highest, String remedy) {
        if (actual < lowest || actual > highest) {
            add(rule, path, actual, "is outside " + lowest + " to " + highest + "; " + remedy);
        }
    }

    boolean has(Rule rule) {
        return violations.stream().anyMatch(violation -> violation.rule() == rule);
    }

    List<Violation> inDocumentOrder() {
        return violations.stream()
                .sorted(Comparator.comparing(Violation::path, new DocumentOrder()))
                .toList();
    }

    private static String text(Object actual) {
        return actual instanceof Duration duration ? Durations.format(duration) : String.valueOf(actual);
    }
}
