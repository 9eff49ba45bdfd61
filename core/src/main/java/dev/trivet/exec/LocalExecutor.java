package dev.trivet.exec;

import dev.trivet.spec.Master;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        words.addAll(PlainWords.of(command.words()));
        try {
            return new LocalProgram(new ProcessBuilder(words).start(), command, lines).await();
        } catch (IOException e) {
            return new CommandResult.NotRun(words.get(0) + " cannot be started: " + e.getMessage() + "; install it");
        }
    }

    /** What it does. */
    @Override
    public String toString() {
        return "commands on this machine";
    }
}
