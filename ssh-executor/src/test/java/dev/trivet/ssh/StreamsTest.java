package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.exec.Command;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Streams that go wrong. */
class StreamsTest {

    private static final CommandLine LINE = CommandLine.of(Command.of("true"), Sudo.none(), new Random(1));

    @Test
    void aPreambleWithoutEndTakesNoMemoryWithoutEnd() {
        var preamble = new Preamble(LINE);
        var noise = "noise\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1000; i++) {
            assertThat(preamble.take(noise, 0, noise.length)).isEqualTo(noise.length);
        }
        assertThat(preamble.words().length()).isLessThan(1 << 17);
    }

    @Test
    void signalsThatNobodyKnowsCountAsSignals() {
        assertThat(Signals.exitCode("KILL")).isEqualTo(137);
        assertThat(Signals.exitCode("WINCH@openssh.com")).isEqualTo(128);
    }

    @Test
    void aPipeGivesWhatItTook() throws IOException {
        var pipe = new Pipe();
        var entry = pipe.entry();
        entry.write(1);
        entry.write(new byte[] {2, 3, 4});
        entry.write(new byte[0]);
        assertThat(pipe.read()).isEqualTo(1);
        assertThat(pipe.readNBytes(2)).containsExactly(2, 3);
        entry.close();
        assertThat(pipe.readAllBytes()).containsExactly(4);
        assertThat(pipe.read()).isEqualTo(-1);
    }

    @Test
    void aPipeTellsThatNothingComes() {
        var pipe = new Pipe();
        pipe.timeout(10);
        assertThatThrownBy(pipe::read).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aPipeThatNobodyReadsBreaks() throws IOException {
        var entry = new Pipe().entry();
        var piece = new byte[32 << 20];
        entry.write(piece);
        entry.write(piece);
        assertThatThrownBy(() -> entry.write(1)).isInstanceOf(IOException.class);
    }
}
