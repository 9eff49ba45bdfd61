package dev.trivet.plan;

/**
 * Whether kubeadm was begun before.
 *
 * @since 0.1.0
 */
public enum Continuation {
    /** Not yet. */
    FRESH("run"),
    /** It came to no good end, and is run again without the checks that its own leavings break. */
    AGAIN("run again"),
    /** It runs, and is waited for. */
    RUNNING("wait for");

    private final String verb;

    Continuation(String verb) {
        this.verb = verb;
    }

    String verb() {
        return verb;
    }

    static Continuation of(Membership membership) {
        return switch (membership) {
            case INITIALISING, JOINING -> RUNNING;
            case PARTLY_INITIALISED, PARTLY_JOINED -> AGAIN;
            case NONE, COMPLETE, FOREIGN -> FRESH;
        };
    }
}
