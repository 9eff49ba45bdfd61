package dev.trivet.spec;

import java.util.regex.Pattern;

/** The forms that names may have. */
final class Names {

    static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    static final String SUBDOMAIN = LABEL + "(?:\\." + LABEL + ")*";

    /** Nothing with a number at the end, which could be taken for an address. */
    static final String DNS_NAME = "(?!(?:.*\\.)?[0-9]+$)" + SUBDOMAIN;

    static final int LONGEST = 253;
    static final int LONGEST_OF_HOST = 63;

    private static final Pattern RFC1123_LABEL = Pattern.compile(LABEL);
    private static final Pattern RFC1123_NAME = Pattern.compile(SUBDOMAIN);
    private static final Pattern RFC1123_DNS_NAME = Pattern.compile(DNS_NAME);

    private Names() {}

    static boolean isLabel(String text) {
        return RFC1123_LABEL.matcher(text).matches();
    }

    /** Dot-separated labels, at most 253 characters, and nothing that could be taken for an address. */
    static boolean isDnsName(String text) {
        return text.length() <= LONGEST && RFC1123_DNS_NAME.matcher(text).matches();
    }

    /** Dot-separated labels, at most 253 characters. */
    static boolean isSubdomain(String text) {
        return text.length() <= LONGEST && RFC1123_NAME.matcher(text).matches();
    }
}
