package dev.trivet.failover;

/**
 * How a component is.
 *
 * @since 0.1.0
 */
public enum Condition {
    /** It works. */
    UP(0),
    /**
     * It is gone: stopped, crashed, powered off or cut off. Connections are refused, or lead nowhere. A keepalived that is down
     * was stopped, and has given up its address; one that was killed with SIGKILL counts as frozen.
     */
    DOWN(1),
    /** It is there and does nothing: stopped by a signal, deadlocked, starved. Connections are taken and never answered. */
    FROZEN(2),
    /** It answers, with status 500; of an API server only. */
    ERRORS(3);

    private final int code;

    Condition(int code) {
        this.code = code;
    }

    /** Its two bits. */
    int code() {
        return code;
    }
}
