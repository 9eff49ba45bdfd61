package dev.trivet.ssh;

import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** The way to one server, for one connection: a socket that can be closed by anyone at any time, without waiting. */
abstract class Link implements SocketFactory, AutoCloseable {

    private Optional<Socket> socket = Optional.empty();
    private boolean closed;

    abstract Socket connect(String host, int port) throws IOException;

    @Override
    public final Socket createSocket(String host, int port) throws IOException {
        var made = connect(host, port);
        synchronized (this) {
            socket = Optional.of(made);
            if (!closed) {
                return made;
            }
        }
        made.close();
        throw new IOException("closed meanwhile");
    }

    @Override
    public InputStream getInputStream(Socket made) throws IOException {
        return made.getInputStream();
    }

    @Override
    public final OutputStream getOutputStream(Socket made) throws IOException {
        return made.getOutputStream();
    }

    @Override
    public final void close() {
        Optional<Socket> made;
        synchronized (this) {
            closed = true;
            made = socket;
        }
        made.ifPresent(Link::closeQuietly);
    }

    private static void closeQuietly(Socket made) {
        try {
            made.close();
        } catch (IOException e) {
            // It is as closed as it gets.
        }
    }
}
