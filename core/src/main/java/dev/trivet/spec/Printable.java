package dev.trivet.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody wrote, on its way to a terminal: what would steer the terminal, or that nobody sees, becomes an escape. */
final class Printable {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]");
    private static final int LONGEST = 200;

    private Printable() {}

    /** The text with the code points of what is unseen in it, and not more of it than a line takes. */
    static String of(String text) {
        var shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return UNSEEN.matcher(shown)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "\\u{" + Integer.toHexString(found.group().codePointAt(0)) + "}"));
    }
}
