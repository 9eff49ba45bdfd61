package dev.trivet.plan;

/**
 * What a probe says. Unknown stops; it never counts as no.
 *
 * @since 0.1.0
 */
public enum Answer {
    /** It is so. */
    YES,
    /** It is not so. */
    NO,
    /** The probe had no clear end. */
    UNKNOWN
}
