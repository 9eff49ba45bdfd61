package dev.trivet.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A rendered script, run by a shell that finds our own curl, ip and sleep before the machine's: curl gives the next of the
 * given answers on the loopback, and one and the same for every other master; ip shows the given addresses, sleep takes no
 * time.
 *
 * @param result how the script ended
 * @param calls what curl was called with on the loopback, a line each
 * @param callsToOthers what it was called with for other masters
 */
record ScriptRun(Tool.Result result, List<String> calls, List<String> callsToOthers) {

    /** More calls than answers make the script fail in a way that no test expects. */
    private static final String CURL = """
            #!/bin/sh
            case $* in
                */readyz) printf '%s\\n' "$*" >>"$STUB/others-calls"; exit "$(cat "$STUB/others")" ;;
            esac
            printf '%s\\n' "$*" >>"$STUB/calls"
            read -r code answer <"$STUB/answers" || { echo 'curl called too often' >&2; kill $PPID; }
            sed -i 1d "$STUB/answers"
            [ -z "$answer" ] || echo "$answer"
            exit "$code"
            """;

    private static final String IP = """
            #!/bin/sh
            cat "$STUB/addresses"
            """;

    private static final String SLEEP = """
            #!/bin/sh
            """;

    /**
     * Runs it.
     *
     * @param addresses what ip shows
     * @param others the exit code of curl for each other master
     * @param answers the exit codes of curl on the loopback and what it prints, in order
     */
    static ScriptRun of(String script, List<String> shell, String addresses, int others, List<String> answers) {
        try (var scratch = Scratch.open()) {
            scratch.script("curl", CURL);
            scratch.script("ip", IP);
            scratch.write("addresses", addresses);
            scratch.write("others", String.valueOf(others));
            scratch.write(
                    "answers",
                    String.join(
                            "", answers.stream().map(answer -> answer + "\n").toList()));
            return in(scratch, script, shell);
        }
    }

    /** With no curl at all, as in an image that lacks it. */
    static ScriptRun withoutCurl(String script, List<String> shell) {
        try (var scratch = Scratch.open()) {
            scratch.script("curl", "#!/bin/sh\nexit 127\n");
            return in(scratch, script, shell);
        }
    }

    private static ScriptRun in(Scratch scratch, String script, List<String> shell) {
        scratch.write("calls", "");
        scratch.write("others-calls", "");
        scratch.script("sleep", SLEEP);
        var command = new ArrayList<>(shell);
        command.add(scratch.write("script.sh", script).toString());
        var process = new ProcessBuilder(command);
        process.environment().put("STUB", scratch.folder().toString());
        process.environment().put("PATH", scratch.folder() + ":/usr/bin:/bin");
        var result = Tool.run(process);
        return new ScriptRun(
                result,
                scratch.read("calls").lines().toList(),
                scratch.read("others-calls").lines().toList());
    }
}
