package dev.trivet.exec;

import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Holds a master by a command that runs as long as the connection: it holds a lock of the kernel and writes a line every
 * second. Nothing has to be cleaned up after a crash on either side: when the connection is gone, writing ends the command,
 * and the lock goes with it.
 */
final class ShellHold implements HoldResult.Held {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private final CompletableFuture<HoldResult> answer = new CompletableFuture<>();
    private final Thread keeper;
    private volatile boolean isFirst;

    private ShellHold(NodeExecutor executor, Master master, String operator) {
        var command = Script.HOLD.command(operator).withDeadline(LONGEST);
        keeper = new Thread(() -> keep(executor, master, command), "trivet-hold-" + master.name());
        keeper.setDaemon(true);
    }

    static HoldResult take(NodeExecutor executor, Master master, String operator) {
        var hold = new ShellHold(executor, master, operator);
        hold.keeper.start();
        try {
            var result = hold.answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
            if (!(result instanceof Held)) {
                hold.close();
            }
            return result;
        } catch (InterruptedException e) {
            hold.close();
            Thread.currentThread().interrupt();
            return new HoldResult.Failed("interrupted");
        } catch (TimeoutException e) {
            hold.close();
            return new HoldResult.Failed("no answer within " + ANSWER.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("holding " + master.name() + " failed", e);
        }
    }

    private void keep(NodeExecutor executor, Master master, Command command) {
        try {
            var result = executor.run(master, command, this::read);
            answer.complete(new HoldResult.Failed(Shell.reason(result)));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private void read(String line) {
        if (line.equals("held") || line.equals("held first")) {
            isFirst = isFirst || line.equals("held first");
            answer.complete(this);
        } else if (line.startsWith("taken ")) {
            answer.complete(new HoldResult.Taken(line.substring("taken ".length())));
        }
    }

    @Override
    public boolean isHeld() {
        return keeper.isAlive();
    }

    @Override
    public boolean isFirst() {
        return isFirst;
    }

    /** Waits for the end, so that no thread is left and another run can hold the master at once. */
    @Override
    public void close() {
        keeper.interrupt();
        boolean interrupted = false;
        while (true) {
            try {
                keeper.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
