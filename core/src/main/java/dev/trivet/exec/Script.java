package dev.trivet.exec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The constant scripts, for any /bin/sh. Values reach them as arguments or on standard input, never as code. */
enum Script {
    INSPECT("files", "inspect"),
    PUT("files", "put"),
    START("start"),
    FOLLOW("follow"),
    HOLD("hold");

    private final String body;
    private final String text;

    Script(String... parts) {
        body = Arrays.stream(parts).map(Script::read).collect(Collectors.joining());
        text = common() + body;
    }

    /** What stands before every script. */
    static String common() {
        return read("common");
    }

    /** The command that runs it. */
    Command command(String... arguments) {
        var words = new String[arguments.length + 3];
        words[0] = "-c";
        words[1] = text;
        words[2] = "trivet-" + name().toLowerCase(Locale.ROOT);
        System.arraycopy(arguments, 0, words, 3, arguments.length);
        return Command.of("/bin/sh", words);
    }

    String text() {
        return text;
    }

    /** Without what stands before every script. */
    String body() {
        return body;
    }

    private static String read(String name) {
        try (var in = Script.class.getResourceAsStream(name + ".sh")) {
            if (in == null) {
                throw new IllegalStateException("the script " + name + ".sh is missing in Trivet's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the script " + name + ".sh", e);
        }
    }
}
