package dev.trivet.exec;

/**
 * How a command on a master ended: it ran to its end, it was certainly not run, or nobody knows.
 *
 * @since 0.1.0
 */
public sealed interface CommandResult {

    /**
     * It ran to its end.
     *
     * @param exitCode 0 to 255, as a shell tells it: 128 and the signal's number where a signal ended it
     * @param output what it wrote to standard output, cut after {@link Command#MAX_OUTPUT} bytes
     * @param errors what it wrote to standard error, cut likewise
     * @since 0.1.0
     */
    record Finished(int exitCode, String output, String errors) implements CommandResult {

        /**
         * Whether the command says that it did what was asked.
         *
         * @return whether the exit code is 0
         */
        public boolean succeeded() {
            return exitCode == 0;
        }

        /** The exit code alone: the output may be secret. */
        @Override
        public String toString() {
            return "ended with " + exitCode;
        }
    }

    /**
     * It was certainly not run: no connection, host key not trusted, not let in.
     *
     * @param reason what is wrong and what to do about it
     * @since 0.1.0
     */
    record NotRun(String reason) implements CommandResult {}

    /**
     * It may have run, to its end or in part: the connection broke, or the deadline passed.
     *
     * @param reason what happened
     * @since 0.1.0
     */
    record Unknown(String reason) implements CommandResult {}
}
