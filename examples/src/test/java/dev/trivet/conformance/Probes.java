package dev.trivet.conformance;

import dev.trivet.harness.Daemon;
import dev.trivet.harness.Room;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What the client sees of the virtual IP. */
final class Probes {

    static final String GOOD = "ok";

    /** A second's worth. */
    private static final int WINDOW = 50;

    private static final int BYTES_READ = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Daemon prober;
    private final Path log;

    private Probes(Daemon prober, Path log) {
        this.prober = prober;
        this.log = log;
    }

    static Probes start(Room client, Path folder, String address, int port, Path certificate) {
        var log = folder.resolve("probes.log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var prober = client.start(
                log,
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        classes().toString(),
                        Prober.class.getName(),
                        address,
                        String.valueOf(port),
                        certificate.toString()));
        return new Probes(prober, log);
    }

    /** Whether all probes that ended in the last second were answered well. */
    boolean succeed() {
        var last = last();
        return prober.isRunning()
                && last.size() == WINDOW
                && last.stream().allMatch(line -> line.endsWith(" " + GOOD))
                && age(last.get(WINDOW - 1)).compareTo(FRESH) < 0;
    }

    /** Where the next line will be. */
    long position() {
        return log.toFile().length();
    }

    /**
     * When the probes began that failed.
     *
     * @param position where to begin to read
     * @param time no earlier than this; in milliseconds, as are the results
     */
    List<Long> failedSince(long position, long time) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(position);
            var bytes = new byte[Math.toIntExact(file.length() - position)];
            file.readFully(bytes);
            var text = new String(bytes, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> !line.endsWith(" " + GOOD))
                    .map(Probes::start)
                    .filter(start -> start >= time)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    /** The last probes' results. */
    List<String> last() {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES_READ));
            var bytes = new byte[BYTES_READ];
            int count = Math.max(0, file.read(bytes));
            // A last line that is still being written has no end yet.
            var text = new String(bytes, 0, count, StandardCharsets.UTF_8);
            var lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
            return lines.subList(Math.max(0, lines.size() - WINDOW), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    private static Duration age(String line) {
        return Duration.ofMillis(Clock.systemUTC().millis() - start(line));
    }

    private static long start(String line) {
        int space = line.indexOf(' ');
        return space < 0 ? 0 : Long.parseLong(line.substring(0, space));
    }

    private static Path classes() {
        try {
            return Path.of(Prober.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the tests' classes are not in a folder", e);
        }
    }
}
