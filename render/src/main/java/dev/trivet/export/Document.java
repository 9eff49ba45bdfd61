package dev.trivet.export;

import dev.trivet.artifact.FileMode;
import java.util.regex.Pattern;

/**
 * What a tool is given.
 *
 * @param name where it goes: the name of a master or of the cluster, and a file's, such as {@code m1/user-data}
 * @param mode who may read, write and run it: not everybody, for it may have a VRRP password in it
 * @param text what is in it
 * @since 0.1.0
 */
public record Document(String name, FileMode mode, String text) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*/[A-Za-z0-9_][A-Za-z0-9._-]*");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when the name is not that of a folder, a slash and that of a file
     */
    public Document {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("document name " + name
                    + " is not FOLDER/FILE; use a master's or the cluster's name and a plain one");
        }
    }

    /** The mode and the name; the text is left out. */
    @Override
    public String toString() {
        return mode + " " + name;
    }

    String folder() {
        return name.substring(0, name.indexOf('/'));
    }

    String file() {
        return name.substring(name.indexOf('/'));
    }
}
