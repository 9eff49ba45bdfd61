package dev.trivet.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong with a spec.
 *
 * @param rule the rule that was broken
 * @param path where, in the document's own words, such as {@code masters[2].priority}
 * @param actual the value that stands there, or that stands for it when nothing was written
 * @param message what is wrong with it, and what to do
 * @param places where that stands in the document: first what the path names, or the nearest around it that was written, then what
 *     the message speaks of beside it; none for a spec that was built or changed in Java
 * @since 0.1.0
 */
public record Violation(Rule rule, String path, String actual, String message, List<SourcePlace> places)
        implements Serializable {

    /** Copies the list. */
    public Violation {
        places = List.copyOf(places);
    }

    /**
     * How bad it is.
     *
     * @return the rule's severity
     */
    public Severity severity() {
        return rule.severity();
    }

    /**
     * Where in the document it is.
     *
     * @return the first of the places; empty for a spec that was built or changed in Java
     */
    public Optional<SourcePlace> place() {
        return places.stream().findFirst();
    }

    /**
     * What is wrong.
     *
     * @return the message's beginning
     */
    public String problem() {
        return Diagnosis.problem(message);
    }

    /**
     * What to do about it.
     *
     * @return the message's end
     */
    public String remedy() {
        return Diagnosis.remedy(message);
    }

    /**
     * As compilers write it: {@code cluster.yaml:12:49: error: masters[2].priority = 300: is outside 1 to 254 [priority-range]}, then
     * the document's line with the place marked below, and what to do. Without a place, a line with all of that but the
     * document's. Of a long value it has the beginning, and escapes in the place of what would steer a terminal.
     */
    @Override
    public String toString() {
        var subject =
                severity().word() + ": " + (actual.isEmpty() ? path + " " : path + " = " + Printable.of(actual) + ": ");
        return places.isEmpty()
                ? subject + message + suffix()
                : Diagnosis.text(places, subject + problem() + suffix(), remedy());
    }

    private String suffix() {
        return " [" + rule.id() + "]";
    }
}
