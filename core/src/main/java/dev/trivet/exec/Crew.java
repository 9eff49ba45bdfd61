package dev.trivet.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for work on several masters at once; none is left when the crew is closed. */
final class Crew implements AutoCloseable {

    private final ExecutorService threads;

    Crew(String purpose) {
        var count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "trivet-" + purpose + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    Executor threads() {
        return threads;
    }

    /** Does everything side by side, and gives the results in order. Begins nothing when interrupted or stopped before. */
    <T> List<T> all(List<Callable<T>> work) throws InterruptedException {
        var results = new ArrayList<T>();
        for (Future<T> future : begun(work)) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                throw unchecked(e);
            }
        }
        return results;
    }

    private <T> List<Future<T>> begun(List<Callable<T>> work) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            return threads.invokeAll(work);
        } catch (RejectedExecutionException e) {
            throw new InterruptedException("the run is given up");
        }
    }

    /** Does one thing, and interrupts it when cancelled or when the caller is interrupted, who keeps the mark. */
    <T> T untilEnd(Callable<T> work, Cancellation cancellation) {
        var mayBegin = new CountDownLatch(1);
        var result = threads.submit(() -> {
            await(mayBegin);
            return work.call();
        });
        // Where it is cancelled already, this stops the work before it begins.
        Runnable stop = this::stop;
        cancellation.onCancel(stop);
        mayBegin.countDown();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop();
                } catch (ExecutionException e) {
                    throw unchecked(e);
                }
            }
        } finally {
            cancellation.forget(stop);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException unchecked(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException misuse ? misuse : new IllegalStateException("a task failed", e);
    }

    /** Interrupts what still runs. */
    void stop() {
        threads.shutdownNow();
    }

    /** Waits for every thread, even when interrupted: whoever comes next must not meet one of ours. */
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
                threads.shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
