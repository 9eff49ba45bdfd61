package dev.trivet.failover;

/**
 * What a control plane is proved to do in every combination of faults.
 *
 * @since 0.1.0
 */
public enum Guarantee {
    /** The election comes to rest: the address does not wander for ever. */
    SETTLES("the election comes to rest"),
    /** Of the masters whose keepalived runs and is heard, exactly one holds the address. */
    ONE_HOLDER("exactly one of the masters whose keepalived is heard holds the address, even when none can serve"),
    /** The holder serves clients whenever any master could. */
    SERVES("the holder serves clients whenever any master could"),
    /**
     * A repair moves the address only where that brings service back, or away from a balancer that does not work. A repaired
     * keepalived or node starts anew: one that was frozen or cut off for a moment, and kept the address, takes it back.
     */
    NO_SECOND_MOVE("a repair does not move the address again");

    private final String words;

    Guarantee(String words) {
        this.words = words;
    }

    /** The guarantee as a clause. */
    @Override
    public String toString() {
        return words;
    }
}
