package dev.trivet.rack;

import dev.trivet.exec.Cancellation;
import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.FollowResult;
import dev.trivet.exec.HoldResult;
import dev.trivet.exec.Inquiry;
import dev.trivet.exec.Inspection;
import dev.trivet.exec.Job;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.exec.PutResult;
import dev.trivet.exec.StartResult;
import dev.trivet.exec.Timekeeper;
import dev.trivet.harness.Patience;
import dev.trivet.plan.FileChange;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A rack of which every machine hangs from some operation on, at which the run is cancelled. Nothing returns but by an
 * interruption, or by a deadline of a few seconds, which counts as passed.
 */
final class BlockingExecutor implements NodeExecutor {

    private static final Duration FEW_SECONDS = Duration.ofSeconds(5);

    private final InMemoryExecutor rack;
    private final int last;
    private final Cancellation cancellation;
    private final AtomicInteger count = new AtomicInteger();
    private final List<Duration> waited = new ArrayList<>();

    BlockingExecutor(InMemoryExecutor rack, int last, Cancellation cancellation) {
        this.rack = rack;
        this.last = last;
        this.cancellation = cancellation;
    }

    /** The deadlines that were waited for after the cancellation. */
    synchronized List<Duration> waited() {
        return List.copyOf(waited);
    }

    private synchronized void waitFor(Duration deadline) {
        waited.add(deadline);
    }

    private <T> T pass(Duration deadline, Supplier<T> work, T interrupted) {
        int number = count.incrementAndGet();
        if (number < last) {
            return work.get();
        } else if (number == last) {
            cancellation.cancel();
        }
        boolean passes = !Thread.currentThread().isInterrupted() && deadline.compareTo(FEW_SECONDS) <= 0;
        if (passes) {
            waitFor(deadline);
        } else {
            Patience.untilInterrupted();
        }
        return interrupted;
    }

    private <T> T pass(Supplier<T> work, T interrupted) {
        return pass(Duration.ofDays(1), work, interrupted);
    }

    @Override
    public CommandResult run(Master master, Command command, Consumer<String> lines) {
        return pass(command.deadline(), () -> rack.run(master, command, lines), new CommandResult.Unknown("given up"));
    }

    @Override
    public Inspection inspect(Master master, Inquiry inquiry) {
        return pass(() -> rack.inspect(master, inquiry), new Inspection.Silent("given up"));
    }

    @Override
    public PutResult put(Master master, List<FileChange> changes) {
        return pass(() -> rack.put(master, changes), new PutResult.Unclear("given up"));
    }

    @Override
    public StartResult start(Master master, Job job) {
        return pass(() -> rack.start(master, job), new StartResult.Unclear("given up"));
    }

    @Override
    public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
        return pass(() -> rack.follow(master, job, seen, atMost, lines), new FollowResult.Unclear("given up"));
    }

    @Override
    public HoldResult hold(Master master, String operator) {
        return pass(() -> rack.hold(master, operator), new HoldResult.Failed("given up"));
    }

    /** A pause is a place to be cancelled at as well. */
    @Override
    public Timekeeper time() {
        return new Timekeeper() {
            @Override
            public Instant now() {
                return rack.time().now();
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                pass(() -> time, time);
                rack.time().pause(time);
            }
        };
    }
}
