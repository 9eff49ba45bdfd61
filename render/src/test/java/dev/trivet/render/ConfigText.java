package dev.trivet.render;

import java.util.List;

/** What stands in keepalived's and HAProxy's files. */
final class ConfigText {

    private ConfigText() {}

    /** What follows a keyword, wherever a line begins with it. */
    static List<String> values(String text, String keyword) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(keyword + " ") && !line.endsWith("{"))
                .map(line -> line.substring(keyword.length() + 1))
                .toList();
    }

    /** The lines of a block in braces that holds no other; none where there is no such block. */
    static List<String> block(String text, String header) {
        return text.lines()
                .map(String::strip)
                .dropWhile(line -> !line.equals(header + " {"))
                .skip(1)
                .takeWhile(line -> !line.equals("}"))
                .toList();
    }

    static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
