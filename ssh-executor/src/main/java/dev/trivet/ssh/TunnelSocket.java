package dev.trivet.ssh;

import com.jcraft.jsch.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A channel to somewhere else as a socket: the library keeps a connection alive only on one. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // Whoever closes it must not wait for anybody.
final class TunnelSocket extends Socket {

    private final Channel channel;
    private final Pipe pipe;

    TunnelSocket(Channel channel, Pipe pipe) {
        this.channel = channel;
        this.pipe = pipe;
    }

    @Override
    public InputStream getInputStream() {
        return pipe;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return channel.getOutputStream();
    }

    @Override
    public void setSoTimeout(int millis) {
        pipe.timeout(millis);
    }

    /** The machine in between sees to that. */
    @Override
    public void setTcpNoDelay(boolean on) {
        // Nothing to do.
    }

    @Override
    public void close() {
        pipe.close();
        channel.disconnect();
    }
}
