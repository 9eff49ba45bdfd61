package dev.trivet.harness;

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
 * Passes connections on to a server's sshd, counts bytes, and cuts the connections on demand or after a number
 * of bytes. Public for the tests of every module.
 */
public final class Forwarder implements AutoCloseable {

    private static final int SSH = 22;
    private static final int PIECE = 64 << 10;

    private final ServerSocket listener;
    private final String target;
    private final Traffic traffic = new Traffic();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;

    /**
     * Begins to listen, at a port that is free.
     *
     * @param address where to listen: an address of this machine
     * @param target the server's address
     */
    public Forwarder(String address, String target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /**
     * Where it listens.
     *
     * @return the port
     */
    public int port() {
        return listener.getLocalPort();
    }

    /** Begins to count anew. */
    public void reset() {
        traffic.reset();
    }

    /**
     * How much went one way.
     *
     * @param direction which way
     * @return bytes that were passed on
     */
    public long bytes(Direction direction) {
        return traffic.bytes(direction);
    }

    /**
     * Counts anew, passes so many bytes on in one direction, and cuts all connections then. New ones are let through.
     *
     * @param direction which way
     * @param bytes how many, 0 for a cut at once
     */
    public void cutAfter(Direction direction, long bytes) {
        traffic.limit(direction, bytes);
        if (traffic.takeEnd(direction)) {
            cut();
        }
    }

    /** Cuts all connections; new ones are let through. */
    public void cut() {
        sockets.forEach(Forwarder::close);
        sockets.clear();
    }

    /** Cuts all connections and refuses new ones. */
    public void shut() {
        open = false;
        cut();
    }

    /** Lets connections through again. */
    public void reopen() {
        open = true;
    }

    @Override
    public void close() {
        close(listener);
        shut();
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
        far.connect(new InetSocketAddress(target, SSH));
        sockets.addAll(List.of(near, far));
        start(() -> copy(near, far, Direction.THERE));
        start(() -> copy(far, near, Direction.BACK));
    }

    private void copy(Socket from, Socket to, Direction direction) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var bytes = new byte[PIECE];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                int passed = traffic.pass(direction, length);
                out.write(bytes, 0, passed);
                if (traffic.takeEnd(direction)) {
                    cut();
                }
            }
        } catch (IOException e) {
            // Cut.
        }
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
