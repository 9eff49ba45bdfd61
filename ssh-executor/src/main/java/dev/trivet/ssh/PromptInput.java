package dev.trivet.ssh;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/**
 * What a socket receives, acknowledged as soon as it is waited for. Until a session runs, OpenSSH's server sends no small
 * packet while one before is unacknowledged (Nagle's algorithm), and a kernel that has nothing to say acknowledges after
 * 40 ms: each first command would take that much longer.
 */
final class PromptInput extends FilterInputStream {

    private final Socket socket;

    private PromptInput(Socket socket) throws IOException {
        super(socket.getInputStream());
        this.socket = socket;
    }

    /** The socket's input, as it comes where the platform knows no such acknowledging. */
    static InputStream of(Socket socket) throws IOException {
        return socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)
                ? new BufferedInputStream(new PromptInput(socket))
                : socket.getInputStream();
    }

    /** The kernel forgets this with the next packet that it sends. */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        return super.read(into, offset, length);
    }
}
