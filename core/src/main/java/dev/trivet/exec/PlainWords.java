package dev.trivet.exec;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Words for a program of this machine. Java writes them in the locale's encoding, and in the locale C every letter beyond ASCII
 * becomes a question mark: where there is one, a shell makes the words of their bytes, and the program takes its place.
 */
final class PlainWords {

    private PlainWords() {}

    static List<String> of(List<String> words) {
        if (words.stream().allMatch(word -> word.chars().allMatch(letter -> letter < 0x80))) {
            return words;
        }
        var script = new StringBuilder();
        words.forEach(word -> append(script, word));
        return List.of("/bin/sh", "-c", script.append("exec \"$@\"").toString());
    }

    /** A substitution loses the newlines at its end, hence the point after them. */
    private static void append(StringBuilder script, String word) {
        script.append("word=$(printf '");
        for (byte letter : word.getBytes(StandardCharsets.UTF_8)) {
            script.append('\\')
                    .append((letter >> 6) & 3)
                    .append((letter >> 3) & 7)
                    .append(letter & 7);
        }
        script.append(".') && set -- \"$@\" \"${word%.}\" || exit 126\n");
    }
}
