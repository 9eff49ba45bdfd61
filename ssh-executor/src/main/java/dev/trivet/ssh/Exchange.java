package dev.trivet.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelExec;
import dev.trivet.exec.CommandResult;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Where the threads of one command meet: the caller's, which waits and delivers lines; the one that asks and feeds; and the
 * connection's, which brings what the machine says.
 */
final class Exchange {

    /** So much may wait for the caller; then the machine waits, too. */
    private static final int MAX_PENDING = 1 << 20;

    private final Capture output;
    private final Capture errors;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final boolean withLines;

    private Optional<ChannelExec> channel = Optional.empty();
    private Optional<CommandResult> failure = Optional.empty();
    private boolean ended;
    private boolean abandoned;

    Exchange(CommandLine line, boolean withLines) {
        output = new Capture(new Preamble(line));
        errors = new Capture(new Preamble(line));
        this.withLines = withLines;
    }

    /** Binds the channel, unless nobody waits for it any more. From here on, the command may run. */
    synchronized boolean bind(ChannelExec opened) {
        if (abandoned) {
            return false;
        }
        opened.setOutputStream(new Inlet(this::takeOutput, () -> {}));
        opened.setErrStream(new Inlet(this::takeErrors, this::end));
        channel = Optional.of(opened);
        return true;
    }

    /** Takes it back: the command was certainly not asked for. */
    synchronized void unbind() {
        channel = Optional.empty();
    }

    synchronized void fail(CommandResult result) {
        failure = Optional.of(result);
        end();
    }

    /** No more comes. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Nobody waits any more, and what still comes is thrown away. Tells the channel, if there is one. */
    synchronized Optional<ChannelExec> abandon() {
        abandoned = true;
        notifyAll();
        return channel;
    }

    /** Waits until the command runs, sudo has asked so often, or nothing more can come. */
    synchronized void awaitStart(int prompts) throws InterruptedException {
        while (!ended && !abandoned && !hasStarted() && prompts() < prompts) {
            wait();
        }
    }

    /** Waits for more output to deliver or the end, no longer than so many milliseconds. */
    synchronized void await(long millis) throws InterruptedException {
        long start = System.nanoTime();
        long left = millis;
        while (pending.size() == 0 && !ended && left > 0) {
            wait(left);
            left = millis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
    }

    /** The output that came since the last call. */
    synchronized byte[] drain() {
        var bytes = pending.toByteArray();
        pending.reset();
        notifyAll();
        return bytes;
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    synchronized boolean hasStarted() {
        return process().isPresent();
    }

    /** It is told on both streams, and a start-up script may have turned one of them away. */
    private OptionalLong process() {
        var process = errors.preamble().process();
        return process.isPresent() ? process : output.preamble().process();
    }

    /** The process that runs the command, which is told on another stream than what it writes: for so long it may come later. */
    synchronized OptionalLong awaitProcess(long millis) throws InterruptedException {
        long start = System.nanoTime();
        long left = millis;
        while (!ended && !hasStarted() && left > 0) {
            wait(left);
            left = millis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
        return process();
    }

    synchronized int prompts() {
        return errors.preamble().prompts();
    }

    synchronized Optional<ChannelExec> channel() {
        return channel;
    }

    synchronized Optional<CommandResult> failure() {
        return failure;
    }

    /** How the command ended, if the machine said so. */
    synchronized Optional<Integer> exitCode() {
        return channel.map(Channel::getExitSignal)
                .map(Signals::exitCode)
                .or(() -> channel.map(Channel::getExitStatus).filter(code -> code >= 0));
    }

    synchronized CommandResult.Finished finished(int exitCode) {
        return new CommandResult.Finished(exitCode, output.text(), errors.text());
    }

    /** What was said in place of the command. */
    synchronized String otherWords() {
        var words = errors.preamble().words();
        return words.isEmpty() ? output.preamble().words() : words;
    }

    private synchronized void takeOutput(byte[] bytes, int offset, int length) throws InterruptedException {
        int skipped = output.take(bytes, offset, length);
        if (withLines && !abandoned) {
            pending.write(bytes, offset + skipped, length - skipped);
        }
        notifyAll();
        while (pending.size() > MAX_PENDING && !abandoned && !ended) {
            wait();
        }
    }

    private synchronized void takeErrors(byte[] bytes, int offset, int length) {
        errors.take(bytes, offset, length);
        notifyAll();
    }

    /** Takes a piece of a stream. */
    @FunctionalInterface
    private interface Taker {
        void take(byte[] bytes, int offset, int length) throws InterruptedException;
    }

    /** One of the channel's streams. */
    private static final class Inlet extends OutputStream {
        private final Taker taker;
        private final Runnable closer;

        Inlet(Taker taker, Runnable closer) {
            this.taker = taker;
            this.closer = closer;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                taker.take(bytes, offset, length);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            closer.run();
        }
    }
}
