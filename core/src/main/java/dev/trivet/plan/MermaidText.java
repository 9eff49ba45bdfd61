package dev.trivet.plan;

import java.util.regex.Pattern;

/** Text for a label of Mermaid's. */
final class MermaidText {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]");

    /**
     * All but what Mermaid takes for nothing but itself: letters, digits, blanks, and marks where they begin no list, link or
     * icon.
     */
    private static final Pattern ELSE =
            Pattern.compile("(?!(?<=[\\p{L}\\p{Nd}])[.-](?=[\\p{L}\\p{Nd}]))(?!:(?= |[0-9]|$))[^\\p{L}\\p{Nd} ,'/]");

    private MermaidText() {}

    /** The text on one line, where all that might mean something is written as its number. */
    static String of(String text) {
        var seen = UNSEEN.matcher(text.replace('\n', ' ')).replaceAll("\uFFFD");
        return ELSE.matcher(seen).replaceAll(found -> "#" + found.group().codePointAt(0) + ";");
    }
}
