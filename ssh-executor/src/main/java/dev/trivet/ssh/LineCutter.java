package dev.trivet.ssh;

import dev.trivet.exec.Command;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts what comes in pieces into lines. */
final class LineCutter {

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineCutter(Consumer<String> lines) {
        this.lines = lines;
    }

    void take(byte[] bytes) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                append(bytes, start, i);
                emit();
                start = i + 1;
            }
        }
        append(bytes, start, bytes.length);
    }

    /** The last line may have no end. */
    void end() {
        if (line.size() > 0) {
            emit();
        }
    }

    /** A line without an end must not take all memory. */
    private void append(byte[] bytes, int start, int end) {
        line.write(bytes, start, Math.min(end - start, Command.MAX_OUTPUT - line.size()));
    }

    private void emit() {
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
