package dev.trivet.spec;

import java.util.Locale;

/**
 * How bad a violation is.
 *
 * @since 0.1.0
 */
public enum Severity {
    /** The cluster would not work, or not stay up: there is no {@link Cluster} until it is mended. */
    ERROR,
    /** The cluster works, with a weakness that its user should know. */
    WARNING;

    /** As it is shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
