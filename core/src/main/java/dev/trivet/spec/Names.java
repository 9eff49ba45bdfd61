package dev.trivet.spec;

import java.util.regex.Pattern;

/** The forms that names may have. */
final class Names {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern RFC1123_LABEL = Pattern.compile(LABEL);
    private static final Pattern RFC1123_NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern NUMERIC_LAST_LABEL = Pattern.compile("(?:.*\\.)?[0-9]+");

    private Names() {}

    static boolean isLabel(String text) {
        return RFC1123_LABEL.matcher(text).matches();
    }

    /** Dot-separated labels, at most 253 characters, and nothing that could be taken for an address. */
    static boolean isDnsName(String text) {
        return isSubdomain(text) && !NUMERIC_LAST_LABEL.matcher(text).matches();
    }

    /** Dot-separated labels, at most 253 characters. */
    static boolean isSubdomain(String text) {
        return text.length() <= 253 && RFC1123_NAME.matcher(text).matches();
    }
}
