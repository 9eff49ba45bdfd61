package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.harness.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PromptInputTest {

    private static final Duration PLENTY = Duration.ofMinutes(1);

    private final DirectLink link = new DirectLink(1000);

    @Test
    @EnabledOnOs(OS.LINUX)
    void acknowledgesAtOnceWhatComesAfterAnAnswer() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var near = new Socket(server.getInetAddress(), server.getLocalPort());
                var far = server.accept()) {
            assertThat(Patience.until(PLENTY, () -> delaysAfterAnAnswer(near, far)))
                    .isTrue();
            far.getOutputStream().write('?');
            assertThat(link.getInputStream(near).read()).isEqualTo('?');
            assertThat(near.getOption(ExtendedSocketOptions.TCP_QUICKACK)).isTrue();
        }
    }

    /** After some questions and answers, the kernel waits with acknowledging for the next answer. */
    private static boolean delaysAfterAnAnswer(Socket near, Socket far) {
        try {
            far.getOutputStream().write('?');
            assertThat(near.getInputStream().read()).isEqualTo('?');
            near.getOutputStream().write('!');
            assertThat(far.getInputStream().read()).isEqualTo('!');
            return !near.getOption(ExtendedSocketOptions.TCP_QUICKACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readsToTheEnd() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var near = new Socket(server.getInetAddress(), server.getLocalPort());
                var far = server.accept()) {
            var input = link.getInputStream(near);
            far.getOutputStream().write("all".getBytes(StandardCharsets.US_ASCII));
            far.shutdownOutput();
            assertThat(input.readAllBytes()).asString().isEqualTo("all");
        }
    }
}
