package dev.trivet.plan;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text from a machine as it may be shown on a terminal: a control sequence in it could clear the screen, or write what nobody said.
 *
 * @since 0.1.0
 */
public final class Printable {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f&&[^\n\t]]");

    private Printable() {}

    /**
     * Makes control characters visible.
     *
     * @param text any text, of several lines or one
     * @return the same with {@code \x1b} in place of an escape character, and so on; ends of lines and tabs stay
     */
    public static String of(String text) {
        return CONTROL.matcher(text)
                .replaceAll((MatchResult found) -> String.format(
                        Locale.ROOT, "\\\\x%02x", (int) found.group().charAt(0)));
    }
}
