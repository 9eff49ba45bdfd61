package dev.trivet.exec;

/**
 * What the engine does on a master, as functions of a POSIX shell: for a script that does without an executor, and leaves the
 * same behind as the engine would, so that either goes on where the other was cut off.
 *
 * @since 0.1.0
 */
public final class ShellFunctions {

    private ShellFunctions() {}

    /**
     * The functions' definitions. They are run by dash, bash and busybox, and set {@code PATH} and {@code LC_ALL}.
     *
     * <ul>
     *   <li>{@code say WORD...} prints a line; {@code job_state NAME} prints how a job stands: {@code none}, {@code running},
     *       {@code ended} with its exit code, or {@code lost}.
     *   <li>{@code put_files} puts the files that come on standard input, five lines each: path, mode in octal, SHA-256, the hash
     *       of what may be replaced or {@code absent} or {@code any}, and behind a dot the content as {@code printf}'s
     *       {@code %b} reads it; then {@code end}. It prints {@code written} and the path for each that was not so yet, and
     *       {@code end}; or {@code refused} or {@code failed} and a reason.
     *   <li>{@code start_job NAME FILES COMMAND...} starts a command that outlives the terminal, and removes the files when it has
     *       ended.
     *   <li>{@code follow_job NAME LINES SECONDS} prints a job's log after that many lines, until the job ends or the time is over,
     *       and then its state on standard error.
     * </ul>
     *
     * @return lines of a script
     */
    public static String text() {
        return Script.common()
                + function("put_files", Script.PUT)
                + function("start_job", Script.START)
                + function("follow_job", Script.FOLLOW);
    }

    /** In a subshell, where its variables and its end are its own. */
    private static String function(String name, Script script) {
        return "\n" + name + "() (\n" + script.body() + ")\n";
    }
}
