package dev.trivet.spec;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which characters of a document are a password, or could be one: the value of {@code authPass} and of what looks like its name
 * misspelt, known from the parser as far as that came, and otherwise by its look.
 */
final class Secrets {

    private static final String NAME = "authPass";
    private static final Pattern KEY = Pattern.compile("([\\w-]{1,64})[\"']?[ \t]{0,64}:[ \t]{0,64}");

    private final DocumentText text;
    private final BitSet hidden;
    private final Set<Span> keys = new HashSet<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private int reached;

    Secrets(DocumentText text) {
        this.text = text;
        this.hidden = new BitSet(text.length());
    }

    /** Whether the value of such a key is a secret; below {@code keepalived} any that is not known may be meant for it. */
    static boolean isSecret(String parent, String key) {
        return isSecret(key) || (parent.equals("keepalived") && !DocumentOrder.isKey(key));
    }

    private static boolean isSecret(String key) {
        if (DocumentOrder.isKey(key)) {
            return key.equals(NAME);
        }
        return key.toLowerCase(Locale.ROOT).contains("pass")
                || NearestName.of(key, DocumentOrder.keys()).equals(NAME);
    }

    /** A path to speak of: a key that has swallowed its value, as {@code authPass:42} in braces, without that. */
    static String spoken(String path) {
        return KEY.matcher(path)
                .replaceAll(found ->
                        Matcher.quoteReplacement(isSecret(found.group(1)) ? found.group() + "********" : found.group()))
                .replaceFirst("(?<=\\*{8}).*", "");
    }

    /** The parser has come to here. */
    void reach(int offset) {
        reached = Math.max(reached, offset);
    }

    /** The parser has seen a secret's key; what follows is secret. */
    void begin(Span key) {
        keys.add(key);
        open.push(text.afterColon(key.end()));
    }

    /** The parser has seen the end of the value that belongs to the latest such key. */
    void end(int offset) {
        hide(open.pop(), offset);
    }

    /** The offsets of all secrets, by now. */
    BitSet hidden() {
        open.forEach(begin -> hide(begin, text.length()));
        var letters = text.text(new Span(0, text.length()));
        var matcher = KEY.matcher(letters);
        int passed = 0;
        int offset = 0;
        while (matcher.find()) {
            offset += letters.codePointCount(passed, matcher.start());
            passed = matcher.start();
            if (isSecret(matcher.group(1)) && !isKnown(offset, matcher.group(1).length())) {
                int begin = offset + matcher.group().length();
                hide(begin, begin < reached ? text.line(begin).end() : text.length());
            }
        }
        return hidden;
    }

    /** Whether the parser has told what follows this key. */
    private boolean isKnown(int begin, int length) {
        return keys.contains(new Span(begin, begin + length)) || keys.contains(new Span(begin - 1, begin + length + 1));
    }

    private void hide(int begin, int end) {
        if (begin < end) {
            hidden.set(begin, end);
        }
    }
}
