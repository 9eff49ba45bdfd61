package dev.trivet.spec;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a document's text must be before a YAML parser sees it. */
final class PlainText {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\t\n\r]]");

    /** The parser copies what it has of a line for every thousand characters that it reads on. */
    private static final int MAX_LINE = 65_536;

    /** Where a text is not plain, as an index into it, and what is wrong there. */
    record Problem(int offset, String words) {}

    private PlainText() {}

    static Optional<Problem> problem(String text) {
        var unprintable = UNPRINTABLE.matcher(text);
        return unprintable.find()
                ? Optional.of(new Problem(unprintable.start(), "has a character that no text shows; remove it"))
                : longLine(text);
    }

    private static Optional<Problem> longLine(String text) {
        int begin = 0;
        while (begin < text.length()) {
            int newline = text.indexOf('\n', begin);
            int end = newline < 0 ? text.length() : newline;
            if (end - begin > MAX_LINE) {
                return Optional.of(
                        new Problem(begin + MAX_LINE, "has a line of more than " + MAX_LINE + " characters; break it"));
            }
            begin = end + 1;
        }
        return Optional.empty();
    }
}
