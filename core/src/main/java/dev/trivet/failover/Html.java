package dev.trivet.failover;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes HTML that is well-formed XML as well: what is opened is closed, and every text is escaped.
 *
 * <p>Attributes are given as names and values in turn.
 */
final class Html {

    private static final Set<String> WITHIN_A_LINE = Set.of("code", "span", "strong", "rect");

    /** What no text shows, or would turn the direction of what follows. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF&&[^\\n]]");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>");
    private final Deque<String> open = new ArrayDeque<>();

    Html open(String tag, String... attributes) {
        start(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element with a text and nothing else in it. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element that never has anything in it. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes).append("/>");
        return this;
    }

    /** A style sheet, which knows no escapes: it must have none of the characters that would take one. */
    Html style(String css) {
        if (!escaped(css).equals(css.replace("\"", "&quot;").replace(">", "&gt;"))) {
            throw new IllegalArgumentException("a style sheet with & or < cannot be written into a page");
        }
        start("style").append('>').append(css).append("</style>");
        return this;
    }

    private StringBuilder start(String tag, String... attributes) {
        if (!WITHIN_A_LINE.contains(tag)) {
            out.append('\n');
        }
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(escaped(attributes[i + 1])).append('"');
        }
        return out;
    }

    private static String escaped(String text) {
        return UNSEEN.matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The page. */
    @Override
    public String toString() {
        return out + "\n";
    }
}
