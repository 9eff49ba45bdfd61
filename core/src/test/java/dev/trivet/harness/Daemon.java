package dev.trivet.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program that goes on in a room, with all its processes. Public for the tests of every module. */
public final class Daemon {

    private static final Duration END = Duration.ofSeconds(20);

    /**
     * What a room starts a program with. Who enters a room stops whenever its child does, and would stay so for ever when a
     * room goes away with a frozen program in it: the shell in between is never frozen.
     */
    static final List<String> STARTER = List.of("sh", "-c", "\"$@\" & wait $!", "sh");

    /** The process that entered the room. Its only child is the starter, whose only child is the program. */
    private final Process entry;

    private final Path log;

    Daemon(Process entry, Path log) {
        this.entry = entry;
        this.log = log;
    }

    /**
     * Whether it has not ended.
     *
     * @return whether it runs, frozen or not
     */
    public boolean isRunning() {
        return entry.isAlive();
    }

    /** Asks it to end, as a container's stop does, and waits until it has. */
    public void stop() {
        signal("TERM", entry.children().flatMap(ProcessHandle::children));
        awaitEnd();
    }

    /** Stops all its processes where they are; connections to it are taken by the kernel and never answered. */
    public void freeze() {
        // Parents first, then whoever they may have started meanwhile.
        for (int round = 0; round < 2; round++) {
            signal("STOP", entry.children().flatMap(ProcessHandle::descendants));
        }
    }

    /** Lets all its processes go on. */
    public void thaw() {
        signal("CONT", entry.children().flatMap(ProcessHandle::descendants));
    }

    /** Ends all its processes at once, none of which sees another's end and cleans up after it. */
    public void kill() {
        freeze();
        signal("KILL", entry.descendants());
        entry.destroyForcibly();
        awaitEnd();
    }

    /**
     * What it printed.
     *
     * @return the lines, those of earlier ones with the same log as well
     */
    public List<String> lines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    private void awaitEnd() {
        if (!Patience.until(END, () -> !entry.isAlive())) {
            throw new IllegalStateException("what writes to " + log + " does not end");
        }
    }

    /** Who has ended in the meantime needs no signal. */
    private static void signal(String signal, Stream<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("sh", "-c", "kill -s \"$@\" 2>/dev/null || :", "sh", signal));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        Program.run(command);
    }
}
