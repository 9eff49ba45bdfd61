package dev.trivet.ssh;

import dev.trivet.exec.Command;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One stream of a command: what came before it, and as much of its output as a result holds. */
final class Capture {

    private final Preamble preamble;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    Capture(Preamble preamble) {
        this.preamble = preamble;
    }

    /** Takes what came, and tells how many bytes of it stand before the command's own. */
    int take(byte[] bytes, int offset, int length) {
        int skipped = preamble.take(bytes, offset, length);
        output.write(bytes, offset + skipped, Math.min(length - skipped, Command.MAX_OUTPUT - output.size()));
        return skipped;
    }

    Preamble preamble() {
        return preamble;
    }

    String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
