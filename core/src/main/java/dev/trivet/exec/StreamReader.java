package dev.trivet.exec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads a stream in a thread of its own: hands its lines on as they come, and keeps as much as a result may hold. */
final class StreamReader {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> lines;
    private final Thread reader;
    private boolean silent;
    private Optional<Throwable> thrown = Optional.empty();

    StreamReader(InputStream in, Consumer<String> lines) {
        this.lines = lines;
        this.reader = new Thread(() -> read(in), "trivet-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Whether the stream has ended, after a while at the latest. */
    boolean endsWithin(long nanoseconds) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedJoin(reader, nanoseconds);
        return !reader.isAlive();
    }

    /** Everything, once the stream has ended; throws what whoever gets the lines has thrown. */
    String text() {
        synchronized (this) {
            if (thrown.isPresent()) {
                throw unchecked(thrown.get());
            }
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private static RuntimeException unchecked(Throwable problem) {
        if (problem instanceof Error error) {
            throw error;
        }
        return (RuntimeException) problem;
    }

    /** Hands on nothing any more: whoever has given up is not called again. */
    synchronized void silence() {
        silent = true;
    }

    /** Where a line was not taken, the stream is closed, which ends a program that goes on writing. */
    private void read(InputStream in) {
        var buffer = new byte[8192];
        try (in) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                take(buffer, count);
            }
            if (line.size() > 0) {
                endLine();
            }
        } catch (IOException e) {
            // The program was ended from here.
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                thrown = Optional.of(e);
            }
        }
    }

    private void take(byte[] buffer, int count) {
        kept.write(buffer, 0, Math.min(count, Command.MAX_OUTPUT - kept.size()));
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                endLine();
            } else if (line.size() < Command.MAX_OUTPUT) {
                line.write(buffer[i]);
            }
        }
    }

    private synchronized void endLine() {
        if (!silent) {
            lines.accept(line.toString(StandardCharsets.UTF_8));
        }
        line.reset();
    }
}
