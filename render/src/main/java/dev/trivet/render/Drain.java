package dev.trivet.render;

import dev.trivet.spec.Cluster;
import java.time.Duration;

/**
 * How long a HAProxy that is asked to stop goes on serving: until its check has failed and another master holds the address,
 * so that a restart costs nobody a connection.
 */
final class Drain {

    /** For a check that runs already, and for the election's skew. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private static final int ADVERTISEMENTS = 4;
    private static final int LONGEST_STOP_SECONDS = 20;

    private Drain() {}

    /** In whole seconds. */
    static long seconds(Cluster cluster) {
        var check = cluster.check().interval().multipliedBy(cluster.check().fall());
        var election = cluster.virtualRouter().advertInterval().multipliedBy(ADVERTISEMENTS);
        return check.plus(election).plus(SLACK).plusMillis(999).toSeconds();
    }

    /** How long the kubelet waits before it kills: the drain and then the connections that still have something to say. */
    static long untilKilled(Cluster cluster) {
        return Math.max(30, seconds(cluster) + LONGEST_STOP_SECONDS);
    }
}
