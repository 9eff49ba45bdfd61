package dev.trivet.failover;

import java.util.List;

/**
 * What can fail on a master.
 *
 * @since 0.1.0
 */
public enum Component {
    /** The machine and its link: down means powered off, hung or cut off. */
    NODE("the node", 0),
    /** The VRRP speaker. */
    KEEPALIVED("keepalived", 2),
    /** The balancer. */
    HAPROXY("HAProxy", 4),
    /** The API server. */
    API_SERVER("the API server", 6);

    private final String words;
    private final int shift;

    Component(String words, int shift) {
        this.words = words;
        this.shift = shift;
    }

    /** Where its two bits stand in a master's byte. */
    int shift() {
        return shift;
    }

    /** The ways in which it can fail, the plainest first. */
    List<Condition> failures() {
        return switch (this) {
            case NODE -> List.of(Condition.DOWN);
            case KEEPALIVED, HAPROXY -> List.of(Condition.DOWN, Condition.FROZEN);
            case API_SERVER -> List.of(Condition.DOWN, Condition.FROZEN, Condition.ERRORS);
        };
    }

    /** The component as it stands in a sentence. */
    @Override
    public String toString() {
        return words;
    }
}
