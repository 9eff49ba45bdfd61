package com.example.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.exec.Secret;
import dev.trivet.spec.Master;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs commands by a program that takes a shell's text as its last word: sh -c, docker exec -i m1 sh -c, ssh root@m1. */
record ShellExecutor(Function<Master, ProcessBuilder> shell) implements NodeExecutor {

    /** The words go ahead of the input: an argument would be written in the encoding of this machine's locale. */
    @Override
    public CommandResult run(Master master, Command command, Consumer<String> lines) {
        var text = command.words().stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "exec ", ""));
        var input = text + command.input().map(Secret::reveal).orElse("");
        var program = shell.apply(master);
        program.command().add("eval \"$(dd bs=1 count=" + text.getBytes(UTF_8).length + " 2>/dev/null)\"");
        try {
            var process = program.start();
            inBackground(new FutureTask<>(() -> {
                try (var writer = process.outputWriter(UTF_8)) {
                    return writer.append(input);
                }
            }));
            return await(process, command, command.isOutputSecret() ? line -> {} : lines);
        } catch (IOException e) {
            return new CommandResult.NotRun(e.getMessage());
        }
    }

    private static CommandResult await(Process process, Command command, Consumer<String> lines) {
        var reader = new AtomicReference<>(lines);
        var errors =
                inBackground(new FutureTask<>(() -> read(process.getErrorStream(), new AtomicReference<>(line -> {}))));
        var end = inBackground(new FutureTask<>(() -> {
            var output = read(process.getInputStream(), reader);
            return new CommandResult.Finished(process.waitFor(), output, errors.get());
        }));
        try {
            return end.get(command.deadline().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new CommandResult.Unknown("its deadline has passed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CommandResult.Unknown("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } finally {
            synchronized (reader) {
                reader.set(line -> {});
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static <T> FutureTask<T> inBackground(FutureTask<T> task) {
        var thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static String read(InputStream in, AtomicReference<Consumer<String>> lines) throws IOException {
        var kept = new ByteArrayOutputStream();
        var line = new ByteArrayOutputStream();
        for (int letter = in.read(); letter >= 0 || line.size() > 0; letter = in.read()) {
            if (letter >= 0 && kept.size() < Command.MAX_OUTPUT) {
                kept.write(letter);
            }
            if (letter < 0 || letter == '\n') {
                synchronized (lines) {
                    lines.get().accept(line.toString(UTF_8));
                }
                line.reset();
            } else if (line.size() < Command.MAX_OUTPUT) {
                line.write(letter);
            }
        }
        return kept.toString(UTF_8);
    }
}
