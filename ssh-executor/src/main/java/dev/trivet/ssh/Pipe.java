package dev.trivet.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A pipe that never makes the writer wait: who writes serves all machines behind a jump host, and none may hold up the
 * others. What is on its way is bounded by SSH's own windows; a server that heeds none is cut off.
 */
final class Pipe extends InputStream {

    private static final long MAX = 64L << 20;

    private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
    private int read;
    private long size;
    private boolean ended;
    private int timeoutMillis;

    OutputStream entry() {
        return new Entry();
    }

    synchronized void timeout(int millis) {
        timeoutMillis = millis;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        await();
        var piece = pieces.peek();
        if (piece == null) {
            return -1;
        }
        int count = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, bytes, offset, count);
        read += count;
        size -= count;
        if (read == piece.length) {
            pieces.remove();
            read = 0;
        }
        return count;
    }

    @Override
    public synchronized void close() {
        ended = true;
        notifyAll();
    }

    private synchronized void put(byte[] piece) throws IOException {
        if (ended || size + piece.length > MAX) {
            close();
            throw new IOException("nobody reads");
        }
        pieces.add(piece);
        size += piece.length;
        notifyAll();
    }

    private synchronized void await() throws IOException {
        long start = System.nanoTime();
        while (pieces.isEmpty() && !ended) {
            long left = timeoutMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            if (timeoutMillis > 0 && left <= 0) {
                throw new SocketTimeoutException("nothing came for " + timeoutMillis + " ms");
            }
            try {
                wait(timeoutMillis > 0 ? left : 0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** Where the bytes come in. */
    private final class Entry extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            put(new byte[] {(byte) one});
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                put(Arrays.copyOfRange(bytes, offset, offset + length));
            }
        }

        @Override
        public void close() {
            Pipe.this.close();
        }
    }
}
