package dev.trivet.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the sources say of an accessor and of a type. */
class Documentation {

    private static final Path SOURCES = Path.of("src/main/java/dev/trivet/spec");
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link) ([^}]*)}");

    private Documentation() {}

    static String of(Class<?> type) {
        return sentences(
                comment(type, "public abstract class " + type.getSimpleName()), "(?s)(?:<p>|\\{@snippet|@since).*");
    }

    /** What it means. */
    static String meaning(Method accessor) {
        return sentences(comment(accessor), "(?s)@return.*");
    }

    /** What it can be, and what it is by default. */
    static String values(Method accessor) {
        var text = sentences(comment(accessor).replaceFirst("(?s).*@return", ""), "(?s)@since.*");
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    private static String comment(Method accessor) {
        return comment(accessor.getDeclaringClass(), " " + accessor.getName() + "()");
    }

    private static String comment(Class<?> type, String declared) {
        var source = source(type);
        var before = source.substring(0, source.indexOf(declared));
        int begin = before.lastIndexOf("/**");
        return before.substring(begin + 3, before.indexOf("*/", begin));
    }

    private static String source(Class<?> type) {
        try {
            return Files.readString(SOURCES.resolve(type.getSimpleName() + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A constant as the document names it. */
    private static String shown(String text) {
        return text.contains("#") ? text.replaceFirst(".*#", "").toLowerCase(Locale.ROOT) : text;
    }

    private static String sentences(String comment, String rest) {
        var lines = Arrays.stream(comment.split("\n"))
                .map(line -> line.replaceFirst("^\\s*\\*?", "").strip())
                .collect(Collectors.joining(" "));
        return Objects.requireNonNull(TAG.matcher(lines.replaceFirst(rest, "")).replaceAll(tag -> shown(tag.group(1))))
                .strip();
    }
}
