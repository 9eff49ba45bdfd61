package dev.trivet.spec;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wrote, or a machine, on its way to a terminal: what would steer the terminal, or that nobody sees, becomes an
 * escape.
 *
 * @since 0.1.0
 */
public final class Printable {

    private static final String CHARACTERS = "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF";
    private static final Pattern UNSEEN = Pattern.compile("[" + CHARACTERS + "]");
    private static final Pattern UNSEEN_IN_LINES = Pattern.compile("[" + CHARACTERS + "&&[^\n\t]]");
    private static final int LONGEST = 200;

    private static final Set<UnicodeScript> WIDE = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI);

    private Printable() {}

    /** The text with the code points of what is unseen in it, and not more of it than a line takes. */
    static String of(String text) {
        return whole(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
    }

    /** The text with the code points of what is unseen in it. */
    static String whole(String text) {
        return escaped(UNSEEN, text);
    }

    /**
     * Makes visible what is unseen in a text of several lines.
     *
     * @param text any text
     * @return the same with the code point in braces in place of an escape character and its like; ends of lines and tabs stay
     */
    public static String lines(String text) {
        return escaped(UNSEEN_IN_LINES, text);
    }

    private static String escaped(Pattern unseen, String text) {
        return unseen.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "\\u{" + Integer.toHexString(found.group().codePointAt(0)) + "}"));
    }

    /** A character, or its code point. */
    static String of(int character) {
        return whole(Character.toString(character));
    }

    /** How many columns of a terminal a character takes: none where it marks the one before, two in East Asian scripts and for pictures. */
    static int columns(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean isHalf = character >= 0xFF61 && character <= 0xFFDC;
        boolean isFull = (character >= 0xFF01 && character <= 0xFFE6) || (character >= 0x3001 && character <= 0x303E);
        boolean isPicture =
                (character >= 0x1F300 && character <= 0x1F64F) || (character >= 0x1F680 && character <= 0x1FAFF);
        return !isHalf && (isFull || isPicture || WIDE.contains(UnicodeScript.of(character))) ? 2 : 1;
    }
}
