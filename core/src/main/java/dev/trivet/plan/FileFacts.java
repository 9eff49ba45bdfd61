package dev.trivet.plan;

import dev.trivet.artifact.Artifact;
import java.util.Optional;

/**
 * What is at a file's place.
 *
 * @since 0.1.0
 */
public sealed interface FileFacts {

    /**
     * Nothing.
     *
     * @since 0.1.0
     */
    record Absent() implements FileFacts {}

    /**
     * Not looked at: whatever is there may be replaced.
     *
     * @since 0.1.0
     */
    record NotAsked() implements FileFacts {}

    /**
     * A file.
     *
     * @param sha256 the hash of its content, in hexadecimal digits
     * @param mode its permission bits in octal, such as {@code 600}
     * @param owner the numbers of user and group, such as {@code 0:0}
     * @param text its content, where it is not the expected one, is text, and is no longer than 256 KiB
     * @since 0.1.0
     */
    record Present(String sha256, String mode, String owner, Optional<String> text) implements FileFacts {

        /** Hash, mode and owner; the text is left out. */
        @Override
        public String toString() {
            return "sha256:" + sha256 + " " + mode + " " + owner;
        }
    }

    /**
     * Something that must not be written to or through.
     *
     * @param problem what is in the way, such as a symbolic link
     * @since 0.1.0
     */
    record Obstructed(String problem) implements FileFacts {}

    /**
     * Whether the file is there as it should be: content, mode, and owned by root.
     *
     * @param artifact the file as it should be
     * @return whether nothing has to be done
     */
    default boolean isAs(Artifact artifact) {
        return this instanceof Present file
                && file.sha256().equals(Hashes.sha256(artifact.bytes()))
                && file.mode().equals(Integer.toOctalString(artifact.mode().bits()))
                && file.owner().equals("0:0");
    }
}
