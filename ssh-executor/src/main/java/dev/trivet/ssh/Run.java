package dev.trivet.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.CommandResult.NotRun;
import dev.trivet.exec.CommandResult.Unknown;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The caller's side of a command: waits for its end, its deadline or an interrupt, and delivers its lines. */
final class Run {

    /** A broken connection normally shows at once; this is for when the library misses to say so. */
    private static final long LOOK_MILLIS = 1000;

    private static final int BREAK_TRIES = 100;
    private static final long BREAK_MILLIS = 10;

    private static final long LONGEST_NANOS = Duration.ofDays(36_500).toNanos();

    private final Connection connection;
    private final Command command;
    private final Sudo sudo;
    private final Exchange exchange;

    Run(Connection connection, Command command, Sudo sudo, Exchange exchange) {
        this.connection = connection;
        this.command = command;
        this.sudo = sudo;
        this.exchange = exchange;
    }

    CommandResult await(Consumer<String> lines) {
        long start = System.nanoTime();
        var cutter = new LineCutter(lines);
        try {
            while (!exchange.hasEnded()) {
                long left = TimeUnit.NANOSECONDS.toMillis(limit() - (System.nanoTime() - start));
                if (left <= 0) {
                    return cutOff("did not end within " + command.deadline().toMillis() + " ms");
                }
                exchange.await(Math.min(left, LOOK_MILLIS));
                cutter.take(exchange.drain());
                endIfBroken();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cutOff("was not waited for, as the calling thread was interrupted");
        }
        cutter.take(exchange.drain());
        // Of a connection that broke, the half line may go on: whoever reads on later counts whole ones.
        if (exchange.exitCode().isPresent()) {
            cutter.end();
        }
        return exchange.failure().orElseGet(this::ending);
    }

    private long limit() {
        return command.deadline().compareTo(Duration.ofNanos(LONGEST_NANOS)) > 0
                ? LONGEST_NANOS
                : command.deadline().toNanos();
    }

    private void endIfBroken() {
        if (exchange.channel().isPresent() && !isOpen()) {
            exchange.end();
        }
    }

    private static boolean isConnected(ChannelExec channel) {
        try {
            return channel.getSession().isConnected();
        } catch (JSchException e) {
            return false;
        }
    }

    private CommandResult ending() {
        var code = exchange.exitCode();
        if (code.isEmpty()) {
            awaitBreak();
            return new Unknown(connection.endpoint() + ": the connection broke while " + name()
                    + " ran; look what became of it before it is run again");
        } else if (exchange.hasStarted()) {
            return exchange.finished(code.get());
        }
        return new NotRun(notStarted(code.get()));
    }

    /** The library ends a broken connection's channels first; nobody should be given the connection while it goes down. */
    private void awaitBreak() {
        try {
            for (int tries = 0; tries < BREAK_TRIES && isOpen(); tries++) {
                TimeUnit.MILLISECONDS.sleep(BREAK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOpen() {
        return exchange.channel().filter(Run::isConnected).isPresent();
    }

    private String notStarted(int code) {
        if (exchange.prompts() > 0) {
            var reason = Refusal.afterPassword(connection.endpoint(), code, exchange.otherWords());
            connection.giveUp(reason);
            return reason;
        }
        return Refusal.ofCommand(connection.endpoint(), sudo, code, exchange.otherWords());
    }

    /** Whether it may have run depends on whether it was asked for before we turned away. */
    private CommandResult cutOff(String what) {
        if (exchange.abandon().isEmpty()) {
            return new NotRun(connection.endpoint() + ": " + name() + " " + what
                    + ", and there was no connection yet; look whether the machine is up, or give it more time");
        }
        return new Unknown(connection.endpoint() + ": " + name() + " " + what
                + "; it may go on there, so look what became of it before it is run again");
    }

    /** The arguments are left out: a reason is one line. */
    private String name() {
        return command.words().get(0);
    }
}
