package dev.trivet.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine: where they are, and running them with a time limit. Public for the tests of every module. */
public final class Program {

    private static final int SECONDS = 60;

    private Program() {}

    /**
     * What a program printed and how it ended.
     *
     * @param exitCode 0 where it was content
     * @param text the standard output and error, as they came
     */
    public record Output(int exitCode, String text) {}

    /**
     * Looks a program up. The administrator's folders are searched as well, for users seldom have them in their PATH.
     *
     * @param name its name
     * @return where it is
     */
    public static Optional<Path> search(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Arrays.stream(path.split(File.pathSeparator, -1)),
                        Stream.of("/usr/local/sbin", "/usr/sbin", "/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Runs a command that must succeed.
     *
     * @param command a program's name and its arguments
     * @return what it printed
     * @throws IllegalStateException when it fails
     */
    public static String run(List<String> command) {
        var output = tryRun(command);
        if (output.exitCode() != 0) {
            throw new IllegalStateException(command + " ended with " + output.exitCode() + ": " + output.text());
        }
        return output.text();
    }

    /**
     * Runs a command.
     *
     * @param command a program's name and its arguments
     * @return what it printed and how it ended
     * @throws IllegalStateException when it does not start or end
     */
    public static Output tryRun(List<String> command) {
        try {
            var log = Files.createTempFile("program", ".txt");
            try {
                var process = start(command, log);
                process.getOutputStream().close();
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new IllegalStateException(command + " did not end in " + SECONDS + " s");
                }
                return new Output(process.exitValue(), Files.readString(log));
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }

    /** The output goes to a file: a pipe would block what is long, and end late where children keep it open. */
    static Process start(List<String> command, Path log) throws IOException {
        var resolved = Stream.concat(
                        Stream.of(search(command.get(0)).map(Path::toString).orElse(command.get(0))),
                        command.stream().skip(1))
                .toList();
        return new ProcessBuilder(resolved)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
