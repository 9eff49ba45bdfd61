package dev.trivet.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A program of this machine that runs, with a thread for each of its streams. */
final class LocalProgram {

    /** How long a program may take to end once it is asked to. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** Longer than anybody waits, and short enough to be counted in nanoseconds. */
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Process process;
    private final Command command;
    private final Thread writer;
    private final StreamReader output;
    private final StreamReader errors;

    LocalProgram(Process process, Command command, Consumer<String> lines) {
        this.process = process;
        this.command = command;
        this.output = new StreamReader(process.getInputStream(), command.isOutputSecret() ? line -> {} : lines);
        this.errors = new StreamReader(process.getErrorStream(), line -> {});
        this.writer = new Thread(this::write, "trivet-input");
        writer.setDaemon(true);
        writer.start();
    }

    /** It has ended when its output has, too: what it left behind may still write there, but not beyond the deadline. */
    CommandResult await() {
        var deadline = command.deadline().compareTo(FOR_EVER) < 0 ? command.deadline() : FOR_EVER;
        long end = System.nanoTime() + deadline.toNanos();
        try {
            boolean ended = process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)
                    && output.endsWithin(end - System.nanoTime())
                    && errors.endsWithin(end - System.nanoTime());
            return ended
                    ? new CommandResult.Finished(process.exitValue(), output.text(), errors.text())
                    : given("its deadline of " + command.deadline().toSeconds() + " s has passed");
        } catch (InterruptedException e) {
            var result = given("interrupted");
            Thread.currentThread().interrupt();
            return result;
        }
    }

    /** Returns when its processes are gone, and with them what they held. */
    private CommandResult given(String reason) {
        output.silence();
        var processes = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        processes.forEach(ProcessHandle::destroy);
        if (!areGone(processes)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            areGone(processes);
        }
        return new CommandResult.Unknown(reason);
    }

    private static boolean areGone(List<ProcessHandle> processes) {
        long end = System.nanoTime() + GRACE.toNanos();
        while (processes.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                // Only a second interruption comes here: then nobody waits any more.
                Thread.currentThread().interrupt();
                break;
            }
        }
        return processes.stream().noneMatch(ProcessHandle::isAlive);
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
