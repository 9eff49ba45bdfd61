package dev.trivet.ssh;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words for a shell that we do not know: dash, bash, busybox and fish read them alike.
 *
 * <p>Between single quotes, fish takes a backslash before a quote or a backslash for an escape, and POSIX takes none. So no
 * backslash and no quote ever stands between quotes: both stand outside, behind a backslash, which all read alike.
 */
final class ShellWords {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

    private ShellWords() {}

    static String quote(String word) {
        var text = new StringBuilder(word.length() + 8).append('\'');
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter == '\'' || letter == '\\') {
                text.append("'\\").append(letter).append('\'');
            } else {
                text.append(letter);
            }
        }
        return text.append('\'').toString();
    }

    /** For people to copy: in quotes only where a shell needs them. */
    static String plain(String word) {
        return PLAIN.matcher(word).matches() ? word : quote(word);
    }

    static String join(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }
}
