package dev.trivet.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;

/** Straight over the network. */
final class DirectLink extends Link {

    private final int timeoutMillis;

    DirectLink(int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
    }

    /** Without the proxy that system properties may name. */
    @Override
    Socket connect(String host, int port) throws IOException {
        var socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), timeoutMillis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public InputStream getInputStream(Socket made) throws IOException {
        return PromptInput.of(made);
    }
}
