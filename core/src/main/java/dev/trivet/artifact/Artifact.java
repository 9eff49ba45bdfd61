package dev.trivet.artifact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One file of one master.
 *
 * @param path where it goes: an absolute path of plain names, such as {@code /etc/haproxy/haproxy.cfg}
 * @param mode who may read, write and run it
 * @param text what is in it
 * @since 0.1.0
 */
public record Artifact(String path, FileMode mode, String text) {

    private static final Pattern PLAIN_PATH = Pattern.compile("(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)+");

    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException when the path is not absolute, or has a dot name or an unusual character in it
     */
    public Artifact {
        if (!PLAIN_PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("artifact path " + path
                    + " is not absolute and plain; use names of letters, digits, dots, hyphens and underscores");
        }
    }

    /**
     * The file's content.
     *
     * @return the text in UTF-8
     */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What must be filled in before the file is used.
     *
     * @return the placeholders that stand in the text
     */
    public Set<Placeholder> placeholders() {
        var found = EnumSet.noneOf(Placeholder.class);
        Arrays.stream(Placeholder.values())
                .filter(placeholder -> text.contains(placeholder.text()))
                .forEach(found::add);
        return found;
    }

    /** The mode and the path; the text is left out. */
    @Override
    public String toString() {
        return mode + " " + path;
    }
}
