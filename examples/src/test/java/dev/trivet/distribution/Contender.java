package dev.trivet.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A way to distribute: a program that ends when all files are in place.
 *
 * @param name what people call it
 * @param environment what it finds in its environment besides
 * @param command the program and its arguments
 */
record Contender(String name, Map<String, String> environment, List<String> command) {

    /** From the start of the process to its end. */
    Duration run(Path log) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        int status = builder.start().waitFor();
        var time = Duration.ofNanos(System.nanoTime() - start);
        if (status != 0) {
            throw new IllegalStateException(name + " ended with " + status + ": " + Files.readString(log));
        }
        return time;
    }
}
