package dev.trivet.render;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of this machine, run with a time limit. */
record Tool(Path program) {

    private static final int SECONDS = 120;

    /**
     * What a program printed and how it ended.
     *
     * @param text the standard output and error, as they came
     */
    record Result(int exitCode, String text) {}

    static Tool named(String name) {
        return search(name).map(Tool::new).orElseThrow(() -> new AssertionError(name + " is not installed"));
    }

    /** The administrator's folders are searched as well, for users seldom have them in their PATH. */
    static Optional<Path> search(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Result run(String... arguments) {
        return run(List.of(arguments));
    }

    Result run(List<String> arguments) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        return run(new ProcessBuilder(command));
    }

    /** The output goes through a file, which never blocks. */
    static Result run(ProcessBuilder prepared) {
        try {
            var output = Files.createTempFile("tool", ".txt");
            try {
                var process = prepared.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    return fail(prepared.command() + " did not end in " + SECONDS + " s");
                }
                return new Result(process.exitValue(), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException | InterruptedException e) {
            return fail("cannot run " + prepared.command(), e);
        }
    }
}
