package dev.trivet.failover;

/**
 * A change of one component of one master; to {@link Condition#UP}, its repair. A repaired keepalived is a new one.
 *
 * @param master the master's name
 * @param component what changes
 * @param condition how it is from then on
 * @since 0.1.0
 */
public record Fault(String master, Component component, Condition condition) {

    /**
     * Checks that the component can be so.
     *
     * @throws IllegalArgumentException for a component that cannot answer errors
     */
    public Fault {
        if (condition == Condition.ERRORS && component != Component.API_SERVER) {
            throw new IllegalArgumentException(component + " cannot answer errors; only an API server can");
        }
    }

    /** A sentence's worth, such as {@code HAProxy of m1 is frozen}. */
    @Override
    public String toString() {
        return component + " of " + master + " " + verb();
    }

    /** What happens, such as {@code is cut off}. */
    String verb() {
        return switch (condition) {
            case UP -> "is repaired";
            case DOWN ->
                switch (component) {
                    case NODE -> "is cut off";
                    case KEEPALIVED -> "is stopped";
                    case HAPROXY, API_SERVER -> "dies";
                };
            case FROZEN -> component == Component.API_SERVER ? "hangs" : "freezes";
            case ERRORS -> "answers errors";
        };
    }
}
