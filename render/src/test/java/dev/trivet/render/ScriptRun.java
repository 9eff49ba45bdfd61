package dev.trivet.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A rendered script, run by a shell that finds our own curl, ip and sleep before the machine's: curl ends with the next of
 * the given exit codes, ip shows the given addresses, sleep takes no time.
 *
 * @param result how the script ended
 * @param calls what curl was called with, a line each
 */
record ScriptRun(Tool.Result result, List<String> calls) {

    /** More calls than codes make the script fail in a way that no test expects. */
    private static final String CURL = """
            #!/bin/sh
            echo "$*" >>"$STUB/calls"
            read -r code <"$STUB/codes" || { echo 'curl called too often' >&2; kill $PPID; }
            sed -i 1d "$STUB/codes"
            exit "$code"
            """;

    private static final String IP = """
            #!/bin/sh
            cat "$STUB/addresses"
            """;

    private static final String SLEEP = """
            #!/bin/sh
            """;

    static ScriptRun of(String script, List<String> shell, String addresses, Integer... curlCodes) {
        try (var scratch = Scratch.open()) {
            scratch.script("curl", CURL);
            scratch.script("ip", IP);
            scratch.script("sleep", SLEEP);
            return in(scratch, script, shell, addresses, curlCodes);
        }
    }

    /** With no curl at all, as in an image that lacks it. */
    static ScriptRun withoutCurl(String script, List<String> shell) {
        try (var scratch = Scratch.open()) {
            scratch.script("curl", "#!/bin/sh\nexit 127\n");
            scratch.script("sleep", SLEEP);
            return in(scratch, script, shell, "");
        }
    }

    private static ScriptRun in(
            Scratch scratch, String script, List<String> shell, String addresses, Integer... curlCodes) {
        scratch.write("calls", "");
        scratch.write("addresses", addresses);
        scratch.write(
                "codes",
                String.join(
                        "", Arrays.stream(curlCodes).map(code -> code + "\n").toList()));
        var command = new ArrayList<>(shell);
        command.add(scratch.write("script.sh", script).toString());
        var process = new ProcessBuilder(command);
        process.environment().put("STUB", scratch.folder().toString());
        process.environment().put("PATH", scratch.folder() + ":/usr/bin:/bin");
        var result = Tool.run(process);
        return new ScriptRun(result, scratch.read("calls").lines().toList());
    }
}
