package dev.trivet.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The asking side of a command: opens a channel, asks for it, and feeds it. Never on the caller's thread, for it may hang. */
final class Request implements Runnable {

    /** What the library calls a failure after it has begun to ask; all others come before. */
    private static final String ASKED = "ChannelExec";

    private final Connection connection;
    private final CommandLine line;
    private final Exchange exchange;
    private final Sudo sudo;
    private final Optional<Secret> input;

    Request(Connection connection, CommandLine line, Exchange exchange, Sudo sudo, Optional<Secret> input) {
        this.connection = connection;
        this.line = line;
        this.exchange = exchange;
        this.sudo = sudo;
        this.input = input;
    }

    @Override
    public void run() {
        try {
            var channel = ask();
            if (channel.isPresent()) {
                feed(channel.get());
            }
        } catch (NotConnectedException e) {
            exchange.fail(new CommandResult.NotRun(e.reason()));
        } catch (IOException e) {
            // It takes no more input, be it that it ended or that the connection broke: its end says which.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.end();
        } catch (RuntimeException e) {
            // The library's own mistakes must not leave the caller waiting.
            exchange.end();
        }
    }

    /** A connection may turn out to be broken only when it is used; then, once, another one is made. */
    private Optional<ChannelExec> ask() throws NotConnectedException {
        var session = connection.session();
        var failure = tryToAsk(session);
        if (failure.isPresent() && !session.isConnected()) {
            session = connection.session();
            failure = tryToAsk(session);
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return exchange.hasEnded() ? Optional.empty() : exchange.channel();
    }

    private Optional<NotConnectedException> tryToAsk(Session session) {
        Optional<ChannelExec> channel = Optional.empty();
        try {
            channel = Optional.of((ChannelExec) session.openChannel("exec"));
            channel.get().setCommand(line.bytes());
            if (exchange.bind(channel.get())) {
                channel.get().connect();
            }
            return Optional.empty();
        } catch (JSchException e) {
            return channel.isPresent() && ASKED.equals(e.getMessage()) ? broken() : notAsked(session, channel, e);
        }
    }

    private Optional<NotConnectedException> broken() {
        exchange.end();
        return Optional.empty();
    }

    private Optional<NotConnectedException> notAsked(
            Session session, Optional<ChannelExec> channel, JSchException failure) {
        exchange.unbind();
        var endpoint = connection.endpoint();
        if (channel.filter(ChannelExec::isClosed).isPresent()) {
            return Optional.of(NotConnectedException.forNow(endpoint
                    + " allows no more commands at once on a connection; run fewer, or raise MaxSessions of its sshd"));
        }
        if (session.isConnected()) {
            connection.drop(session);
            return Optional.of(NotConnectedException.forNow(
                    endpoint + " does not answer any more (" + failure.getMessage() + "); look whether it is up"));
        }
        return Optional.of(NotConnectedException.forNow(
                endpoint + " broke the connection (" + failure.getMessage() + "); look whether it is up"));
    }

    private void feed(ChannelExec channel) throws IOException, InterruptedException {
        try (OutputStream stream = channel.getOutputStream()) {
            if (sudo.password().isPresent()
                    && !becomeRoot(stream, sudo.password().get())) {
                return;
            }
            if (input.isPresent()) {
                write(stream, input.get().reveal());
            }
        }
    }

    /**
     * Writes the password if sudo asks for it, and nothing else before the command runs: what sudo did not read as a
     * password would be read by the command, and what the command should read would be tried as a password.
     */
    private boolean becomeRoot(OutputStream stream, Secret password) throws IOException, InterruptedException {
        exchange.awaitStart(1);
        if (!exchange.hasStarted() && exchange.prompts() > 0) {
            write(stream, password.reveal() + "\n");
            exchange.awaitStart(2);
        }
        if (!exchange.hasStarted() && exchange.prompts() > 1) {
            refuse();
        }
        return exchange.hasStarted();
    }

    private void refuse() {
        var reason = Refusal.ofPassword(connection.endpoint());
        connection.giveUp(reason);
        exchange.fail(new CommandResult.NotRun(reason));
    }

    private static void write(OutputStream stream, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            stream.write(bytes);
            stream.flush();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
