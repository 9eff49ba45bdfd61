package dev.trivet.spec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects violations; also says which value at which place the rules look at. */
final class Findings {

    private final Optional<SpecDocument> document;
    private final List<Violation> violations = new ArrayList<>();

    /** Takes the document that the spec was read from, if it was. */
    Findings(Optional<SpecDocument> document) {
        this.document = document;
    }

    /** Adds a violation, with the paths of what the message speaks of beside the first. */
    void add(Rule rule, String path, Object actual, String message, String... others) {
        violations.add(new Violation(rule, path, text(actual), message, places(path, others)));
    }

    private List<SourcePlace> places(String path, String... others) {
        return document.stream()
                .flatMap(source -> Stream.concat(
                        Stream.of(source.place(path)),
                        Arrays.stream(others).map(source::writtenPlace).flatMap(Optional::stream)))
                .toList();
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
