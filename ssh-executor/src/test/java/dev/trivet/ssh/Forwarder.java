package dev.trivet.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Passes connections on to a server, counts how often the direction changes, and cuts them on demand.
 *
 * <p>What comes in one direction without anything from the other in between is one flight.
 */
final class Forwarder implements AutoCloseable {

    private static final int PIECE = 64 << 10;

    private final ServerSocket listener;
    private final String target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private boolean lastWasThere;
    private int there;
    private int back;
    private volatile boolean open = true;

    Forwarder(String address, String target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Begins to count anew. */
    synchronized void reset() {
        lastWasThere = false;
        there = 0;
        back = 0;
    }

    /** The flights from the server, each of which somebody waits for. */
    synchronized int flightsBack() {
        return back;
    }

    /** Cuts all connections; new ones are refused at once or let through. */
    void cut(boolean stayOpen) {
        open = stayOpen;
        sockets.forEach(Forwarder::close);
        sockets.clear();
    }

    @Override
    public void close() {
        close(listener);
        cut(false);
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                var near = listener.accept();
                if (open) {
                    forward(near);
                } else {
                    near.close();
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void forward(Socket near) throws IOException {
        var far = new Socket();
        far.setTcpNoDelay(true);
        near.setTcpNoDelay(true);
        far.connect(new InetSocketAddress(target, 22));
        sockets.addAll(List.of(near, far));
        start(() -> copy(near, far, true));
        start(() -> copy(far, near, false));
    }

    private void copy(Socket from, Socket to, boolean isThere) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var bytes = new byte[PIECE];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                count(isThere);
                out.write(bytes, 0, length);
            }
        } catch (IOException e) {
            // Cut.
        }
    }

    private synchronized void count(boolean isThere) {
        if (there + back == 0 || lastWasThere != isThere) {
            there += isThere ? 1 : 0;
            back += isThere ? 0 : 1;
        }
        lastWasThere = isThere;
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // As closed as it gets.
        }
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "forwarder");
        thread.setDaemon(true);
        thread.start();
    }
}
