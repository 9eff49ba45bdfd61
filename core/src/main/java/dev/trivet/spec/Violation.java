package dev.trivet.spec;

import java.io.Serializable;
import java.util.Locale;

/**
 * One thing that is wrong with a spec.
 *
 * @param rule the rule that was broken
 * @param path where, in the document's own words, such as {@code masters[2].priority}
 * @param actual the value that stands there, or that stands for it when nothing was written
 * @param message what is wrong with it, and what to do
 * @since 0.1.0
 */
public record Violation(Rule rule, String path, String actual, String message) implements Serializable {

    /**
     * How bad it is.
     *
     * @return the rule's severity
     */
    public Severity severity() {
        return rule.severity();
    }

    /**
     * One line, such as {@code error masters[2].priority = 300: ... [priority-range]}. Of a long value it has the beginning, and
     * escapes in the place of what would steer a terminal.
     */
    @Override
    public String toString() {
        var place = actual.isEmpty() ? path + " " : path + " = " + Printable.of(actual) + ": ";
        return severity().name().toLowerCase(Locale.ROOT) + " " + place + message + " [" + rule.id() + "]";
    }
}
