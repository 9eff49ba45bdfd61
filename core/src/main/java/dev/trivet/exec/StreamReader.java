package dev.trivet.exec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads a stream in a thread of its own: hands its lines on as they come, and keeps as much as a result may hold. */
final class StreamReader {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> lines;
    private final Thread reader;

    StreamReader(InputStream in, Consumer<String> lines) {
        this.lines = lines;
        this.reader = new Thread(() -> read(in), "trivet-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Everything, once the stream has ended. */
    String text() throws InterruptedException {
        reader.join();
        return kept.toString(StandardCharsets.UTF_8);
    }

    private void read(InputStream in) {
        var buffer = new byte[8192];
        try (in) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                take(buffer, count);
            }
        } catch (IOException e) {
            // The program was ended from here.
        }
        if (line.size() > 0) {
            endLine();
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

    private void endLine() {
        lines.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
