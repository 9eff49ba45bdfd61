package dev.trivet.exec;

import dev.trivet.spec.Master;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs commands on this machine: as they are, for a control plane of this one machine, or behind other words that lead to a
 * master, such as {@code sudo -n} or {@code nsenter}.
 *
 * {@snippet lang=java :
 * var here = LocalExecutor.create();
 * var asRoot = LocalExecutor.through(master -> List.of("sudo", "-n"));
 * }
 *
 * @since 0.1.0
 */
public final class LocalExecutor implements NodeExecutor {

    private final Function<Master, List<String>> way;

    private LocalExecutor(Function<Master, List<String>> way) {
        this.way = way;
    }

    /**
     * Runs commands as they are.
     *
     * @return the executor
     */
    public static LocalExecutor create() {
        return through(master -> List.of());
    }

    /**
     * Runs commands behind other words, which must hand arguments and standard streams on as they are.
     *
     * @param way the words for each master
     * @return the executor
     */
    public static LocalExecutor through(Function<Master, List<String>> way) {
        return new LocalExecutor(way);
    }

    @Override
    public CommandResult run(Master master, Command command, Consumer<String> lines) {
        var words = new ArrayList<>(way.apply(master));
        words.addAll(command.words());
        try {
            return new RunningProgram(new ProcessBuilder(words).start(), command, lines).await();
        } catch (IOException e) {
            return new CommandResult.NotRun(words.get(0) + " cannot be started: " + e.getMessage() + "; install it");
        }
    }

    /** A program with a thread for each of its streams. */
    private static final class RunningProgram {

        private final Process process;
        private final Command command;
        private final Thread writer;
        private final StreamReader output;
        private final StreamReader errors;

        RunningProgram(Process process, Command command, Consumer<String> lines) {
            this.process = process;
            this.command = command;
            this.output = new StreamReader(process.getInputStream(), command.isOutputSecret() ? line -> {} : lines);
            this.errors = new StreamReader(process.getErrorStream(), line -> {});
            this.writer = new Thread(this::write, "trivet-input");
            writer.setDaemon(true);
            writer.start();
        }

        CommandResult await() {
            try {
                if (!process.waitFor(command.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
                    return given("its deadline of " + command.deadline().toSeconds() + " s has passed");
                }
                writer.join();
                return new CommandResult.Finished(process.exitValue(), output.text(), errors.text());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return given("interrupted");
            }
        }

        private CommandResult given(String reason) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            return new CommandResult.Unknown(reason);
        }

        /** A program need not read its input; then writing fails, and that is no fault. */
        private void write() {
            try (var input = process.getOutputStream()) {
                input.write(command.input().map(Secret::reveal).orElse("").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It has closed its standard input.
            }
        }
    }
}
