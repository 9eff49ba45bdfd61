package dev.trivet.harness;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** Waiting for something to become true: the only place where a test sleeps. Public for the tests of every module. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patience() {}

    /**
     * Waits until something is true.
     *
     * @param limit how long at most
     * @param done what to wait for
     * @return whether it became true
     */
    public static boolean until(Duration limit, BooleanSupplier done) {
        return untilSteady(limit, Duration.ZERO, done);
    }

    /**
     * Waits until something is true and has been so for a while.
     *
     * @param limit how long at most
     * @param quiet how long it must have been true, without a break
     * @param done what to wait for
     * @return whether it became so
     */
    public static boolean untilSteady(Duration limit, Duration quiet, BooleanSupplier done) {
        long start = System.nanoTime();
        long broken = start;
        while (true) {
            boolean now = done.getAsBoolean();
            long time = System.nanoTime();
            broken = now ? broken : time;
            if (now && time - broken >= quiet.toNanos()) {
                return true;
            } else if (time - start > limit.toNanos()) {
                return false;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** Waits until this thread is interrupted, and keeps the mark: whoever is cancelled in virtual time would be done before it notices. */
    public static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
