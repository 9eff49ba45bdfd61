package dev.trivet.exec;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to give up a run from another thread. What goes on on the masters, goes on: the next run finds it.
 *
 * @since 0.1.0
 */
public final class Cancellation {

    private final List<Runnable> hooks = new ArrayList<>();
    private boolean cancelled;

    /** Makes one that is not cancelled. */
    public Cancellation() {}

    /** Gives the runs up that it was handed to, now and later. */
    public void cancel() {
        List<Runnable> called;
        synchronized (this) {
            cancelled = true;
            called = List.copyOf(hooks);
        }
        called.forEach(Runnable::run);
    }

    /**
     * Whether it is cancelled.
     *
     * @return whether to give up
     */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs the hook when cancelled, at once where that has happened already. */
    void onCancel(Runnable hook) {
        boolean now;
        synchronized (this) {
            hooks.add(hook);
            now = cancelled;
        }
        if (now) {
            hook.run();
        }
    }

    synchronized void forget(Runnable hook) {
        hooks.remove(hook);
    }

    /** Whether it is cancelled. */
    @Override
    public String toString() {
        return isCancelled() ? "cancelled" : "not cancelled";
    }
}
