package dev.trivet.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * A long line to a server, which counts flights: what comes in one direction without anything from the other in between.
 *
 * <p>What the server says waits until the client has been quiet for a while, as on a line on which an answer takes longer than
 * a question: nobody is interrupted, so that only who must wait for an answer makes a flight of it.
 */
final class CountingForwarder implements AutoCloseable {

    private static final long QUIET_MILLIS = 40;

    private final ServerSocket listener;
    private final String target;
    private long lastThere = System.nanoTime();
    private boolean isThere;
    private Flights flights = new Flights(0, 0);

    /** How often each side spoke. */
    record Flights(int there, int back) {}

    CountingForwarder(String address, String target) {
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

    /** The flights since the last call. */
    synchronized Flights take() {
        var taken = flights;
        flights = new Flights(0, 0);
        isThere = false;
        return taken;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                var near = listener.accept();
                var far = new Socket(target, 22);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                start(() -> copy(near, far, this::there));
                start(() -> copy(far, near, this::back));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void copy(Socket from, Socket to, Runnable counter) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var bytes = new byte[64 << 10];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                counter.run();
                out.write(bytes, 0, length);
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private synchronized void there() {
        lastThere = System.nanoTime();
        if (!isThere) {
            flights = new Flights(flights.there() + 1, flights.back());
        }
        isThere = true;
    }

    private synchronized void back() {
        try {
            for (long left = QUIET_MILLIS; left > 0; left = QUIET_MILLIS - quietMillis()) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (isThere || flights.back() == 0) {
            flights = new Flights(flights.there(), flights.back() + 1);
        }
        isThere = false;
    }

    private long quietMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastThere);
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "counting-forwarder");
        thread.setDaemon(true);
        thread.start();
    }
}
