package dev.trivet.exec;

import java.util.List;

/**
 * What became of files that were put.
 *
 * @since 0.1.0
 */
public sealed interface PutResult {

    /**
     * All are as they should be.
     *
     * @param written the paths of those that were not before
     * @since 0.1.0
     */
    record Done(List<String> written) implements PutResult {

        /** Copies the list. */
        public Done {
            written = List.copyOf(written);
        }

        /** The paths, a line each. */
        @Override
        public String toString() {
            return written.isEmpty() ? "nothing to write" : "written:\n" + String.join("\n", written);
        }
    }

    /**
     * None was changed.
     *
     * @param reason what is wrong and what to do about it
     * @since 0.1.0
     */
    record Refused(String reason) implements PutResult {}

    /**
     * Some may be changed; none is half written.
     *
     * @param reason what happened
     * @since 0.1.0
     */
    record Unclear(String reason) implements PutResult {}
}
