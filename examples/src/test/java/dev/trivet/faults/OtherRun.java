package dev.trivet.faults;

import dev.trivet.harness.Patience;
import dev.trivet.spec.ClusterYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The example program in a JVM of its own, which is killed by signal 9 when this is closed. */
final class OtherRun implements AutoCloseable {

    private static final Duration PLENTY = Duration.ofMinutes(5);

    private final Process process;
    private final Path output;

    private OtherRun(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static OtherRun start(Site site, Path folder) {
        try {
            var spec = Files.writeString(folder.resolve("cluster.yaml"), ClusterYaml.write(site.spec));
            var output = folder.resolve("output");
            var command = List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.trivet.examples.Bootstrap",
                    spec.toString(),
                    "--key",
                    site.machines.keys().user().toString(),
                    "--known-hosts",
                    site.machines.knownHosts().toString());
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new OtherRun(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitLine(String part) {
        boolean seen = Patience.until(PLENTY, () -> lines().stream().anyMatch(line -> line.contains(part)));
        if (!seen) {
            throw new AssertionError("no line has " + part + ": " + String.join("\n", lines()));
        }
    }

    /** Returns when it has ended, or after so many milliseconds. */
    void awaitEnd(long millis) {
        try {
            process.waitFor(Math.min(millis, PLENTY.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd(Long.MAX_VALUE);
    }
}
