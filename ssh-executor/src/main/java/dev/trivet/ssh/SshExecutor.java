package dev.trivet.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.spec.Master;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Runs commands on masters over SSH, as root.
 *
 * {@snippet lang=java :
 * try (var ssh = SshExecutor.as("root")
 *         .identity(Path.of("id_ed25519"))
 *         .trusting(HostKeys.knownHosts(Path.of("known_hosts")))
 *         .open()) {
 *     ssh.run(master, Command.of("kubeadm", "version"), System.out::println);
 * }
 * }
 *
 * <p>A master is connected to by its {@linkplain Master#address() address}, when the first command for it comes; the
 * connection is kept, and made again for the next command after it broke. Commands for one master share it, and run at
 * once where they are asked for at once, up to what its sshd allows (MaxSessions, 10 by default). A host key that is not
 * trusted, and a sudo password that was refused, are final: nothing more is tried there.
 *
 * <p>Any login shell will do that reads words as dash, bash, busybox or fish; no terminal is asked for. When a deadline
 * passes, the command and its process group are sent a TERM, if that is still possible. A listener that takes its time makes
 * the machine wait, and other commands for the same master with it.
 *
 * <p>Nothing is read from the environment, system properties or the home directory.
 *
 * @since 0.1.0
 */
public final class SshExecutor implements NodeExecutor, AutoCloseable {

    private static final Duration END = Duration.ofSeconds(10);

    private static final String TERMINATE =
            "kill -s TERM -- \"-$1\" 2>/dev/null; kill -s TERM -- \"$1\" 2>/dev/null; :";

    private final SshSettings settings;
    private final SessionMaker maker;
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService threads = Executors.newCachedThreadPool(SshExecutor::thread);
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final List<Connection> between = new ArrayList<>();

    SshExecutor(SshSettings settings) {
        this.settings = settings;
        maker = new SessionMaker(settings);
        for (JumpHost host : settings.jumps()) {
            between.add(new Connection(host.endpoint(settings.user()), last(), maker));
        }
    }

    /**
     * Begins to describe an executor.
     *
     * @param user who to log in as: {@code root}, or somebody who may use sudo
     * @return the next stage
     */
    public static SshLogin as(String user) {
        return new SshLogin(new SshDraft(user));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when the executor is closed
     */
    @Override
    public CommandResult run(Master master, Command command, Consumer<String> lines) {
        return run(connection(master), command, lines);
    }

    /** Closes all connections. What still runs ends as unknown. */
    @Override
    public void close() {
        threads.shutdownNow();
        connections.values().forEach(Connection::close);
        between.forEach(Connection::close);
    }

    private CommandResult run(Connection connection, Command command, Consumer<String> lines) {
        var line = CommandLine.of(command, settings.sudo(), random);
        if (line.bytes().length > CommandLine.MAX_BYTES) {
            return new CommandResult.NotRun(connection.endpoint() + ": the words of "
                    + command.words().get(0) + " take " + line.bytes().length + " bytes, and Linux takes "
                    + CommandLine.MAX_BYTES + "; give what is long as input");
        }
        var exchange = new Exchange(line, !command.isOutputSecret());
        var run = new Run(connection, command, settings.sudo(), exchange);
        start(new Request(connection, line, exchange, settings.sudo(), command.input()));
        try {
            return run.await(lines);
        } finally {
            release(connection, exchange);
        }
    }

    /** After an orderly end there is nothing left; otherwise the command is told to end. */
    private void release(Connection connection, Exchange exchange) {
        exchange.abandon().filter(channel -> !channel.isClosed()).ifPresent(channel -> {
            try {
                threads.execute(() -> terminate(connection, channel, exchange));
            } catch (RejectedExecutionException e) {
                // Closing the connections ends the channel, too.
            }
        });
    }

    private void terminate(Connection connection, ChannelExec channel, Exchange exchange) {
        try {
            var process = exchange.awaitProcess(END.toMillis());
            if (process.isPresent()) {
                var kill = Command.of("sh", "-c", TERMINATE, "sh", String.valueOf(process.getAsLong()));
                run(connection.only(channel.getSession()), kill.withDeadline(END), line -> {});
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (JSchException | IllegalStateException e) {
            // The connection is gone or closed, and what it ran is on its own.
        } finally {
            channel.disconnect();
        }
    }

    private void start(Request request) {
        try {
            threads.execute(request);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("this SshExecutor is closed; open another", e);
        }
    }

    private Connection connection(Master master) {
        var host = master.address().toString();
        var endpoint = new Endpoint(master.name(), settings.user(), host, settings.port());
        return connections.computeIfAbsent(host, any -> new Connection(endpoint, last(), maker));
    }

    private Optional<Connection> last() {
        return between.isEmpty() ? Optional.empty() : Optional.of(between.get(between.size() - 1));
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "trivet-ssh");
        thread.setDaemon(true);
        return thread;
    }

    /** Whom it logs in as and how. */
    @Override
    public String toString() {
        return settings.toString();
    }
}
