package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;

class PromptInputTest {

    /** After so many questions and answers, Linux delays what it acknowledges. */
    private static final int MANY = 10;

    @Test
    void acknowledgesAtOnceWhatComesAfterAnAnswer() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var near = new Socket(server.getInetAddress(), server.getLocalPort());
                var far = server.accept()) {
            for (int i = 0; i < MANY; i++) {
                far.getOutputStream().write('?');
                assertThat(near.getInputStream().read()).isEqualTo('?');
                near.getOutputStream().write('!');
                assertThat(far.getInputStream().read()).isEqualTo('!');
            }
            assertThat(near.getOption(ExtendedSocketOptions.TCP_QUICKACK)).isFalse();
            far.getOutputStream().write('?');
            assertThat(PromptInput.of(near).read()).isEqualTo('?');
            assertThat(near.getOption(ExtendedSocketOptions.TCP_QUICKACK)).isTrue();
        }
    }

    @Test
    void readsToTheEnd() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var near = new Socket(server.getInetAddress(), server.getLocalPort());
                var far = server.accept()) {
            var input = PromptInput.of(near);
            far.getOutputStream().write("all".getBytes(StandardCharsets.US_ASCII));
            far.shutdownOutput();
            assertThat(input.readAllBytes()).asString().isEqualTo("all");
        }
    }
}
