package dev.trivet.ssh;

import dev.trivet.exec.Command;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the user's login shell is asked to run, whichever it is.
 *
 * <p>A shell on the other side first says on both streams that it is there, as root and with which process number. Whatever
 * comes before is a start-up script's or sudo's; and where that word does not come, the command was certainly not run.
 */
final class CommandLine {

    /** A login shell gets all of it as one argument, and Linux takes none of 128 KiB or more. */
    static final int MAX_BYTES = (128 << 10) - 1;

    private static final int TOKEN_BYTES = 16;

    private final String token;
    private final String text;

    private CommandLine(String token, String text) {
        this.token = token;
        this.text = text;
    }

    static CommandLine of(Command command, Sudo sudo, RandomGenerator random) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = "trivet-" + HexFormat.of().formatHex(bytes);
        var words = new ArrayList<>(sudo.words(prompt(token)));
        words.addAll(List.of("/bin/sh", "-c", script(token), "sh"));
        words.addAll(command.words());
        return new CommandLine(token, "exec " + ShellWords.join(words));
    }

    /** What stands before the process number. */
    String marker() {
        return token + ":";
    }

    String prompt() {
        return prompt(token);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String prompt(String token) {
        return "[" + token + "]";
    }

    private static String script(String token) {
        return "echo " + token + ":$$; echo " + token + ":$$ >&2; exec \"$@\"";
    }
}
