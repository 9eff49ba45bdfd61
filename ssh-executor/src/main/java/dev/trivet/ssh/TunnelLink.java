package dev.trivet.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.net.Socket;

/** Through a machine in between, as {@code ssh -J} does. */
final class TunnelLink extends Link {

    private static final int WINDOW = 1 << 20;
    private static final int PACKET = 32 << 10;

    private final Session between;
    private final int timeoutMillis;

    TunnelLink(Session between, int timeoutMillis) {
        this.between = between;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    Socket connect(String host, int port) throws IOException {
        try {
            var channel = between.getStreamForwarder(host, port);
            channel.setLocalWindowSizeMax(WINDOW);
            channel.setLocalPacketSize(PACKET);
            var pipe = new Pipe();
            channel.setOutputStream(pipe.entry());
            channel.connect(timeoutMillis);
            return connected(channel, pipe);
        } catch (JSchException e) {
            // Without its cause, which would be taken for the reason: it does not know what it was for.
            throw new IOException(between.getHost() + " in between does not reach it, or may not (AllowTcpForwarding): "
                    + e.getMessage());
        }
    }

    /** The library says of some failures nothing. */
    private static Socket connected(Channel channel, Pipe pipe) throws IOException, JSchException {
        if (!channel.isConnected()) {
            throw new JSchException("the connection in between broke");
        }
        return new TunnelSocket(channel, pipe);
    }
}
