package dev.trivet.spec;

import java.time.Duration;

/**
 * The times that the standard renderers write and no spec changes. What is rendered and what is proved both take them from
 * here.
 *
 * @since 0.1.0
 */
public final class StandardTimings {

    /** How long HAProxy waits for an API server to take a connection before it tries another. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

    /** The time between two of HAProxy's checks of an API server that is well. */
    public static final Duration BACKEND_INTERVAL = Duration.ofMillis(750);

    /** The time between two of HAProxy's checks of an API server that is changing. */
    public static final Duration BACKEND_FAST_INTERVAL = Duration.ofMillis(250);

    /** The time between two of HAProxy's checks of an API server that is down. */
    public static final Duration BACKEND_DOWN_INTERVAL = Duration.ofSeconds(1);

    /** How long an API server has to answer HAProxy's check. */
    public static final Duration BACKEND_CHECK_TIMEOUT = Duration.ofSeconds(1);

    /** How many failed checks in a row mark an API server down. */
    public static final int BACKEND_FALL = 2;

    /** How long HAProxy leaves the question of the health check's script open before it answers. */
    public static final Duration QUESTION = Duration.ofMillis(600);

    /** How long the answer may take in all, on a machine that is not busy. */
    public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(1);

    /** How much longer the answer may take for every task that wants to run on the machine. */
    public static final Duration PATIENCE_PER_TASK = Duration.ofMillis(10);

    /** From this patience on, a machine is too busy for HAProxy to tell which API servers are well: 100 tasks that want to run. */
    public static final Duration BUSY_PATIENCE = Duration.ofSeconds(2);

    /** How long the answer may take at most, on the busiest machine. */
    public static final Duration MOST_PATIENCE = Duration.ofSeconds(4);

    /** The script's pause after a refusal. */
    public static final Duration REFUSAL_PAUSE = Duration.ofMillis(150);

    /** How many refusals in a row make the script fail. */
    public static final int REFUSALS = 2;

    /**
     * How many rounds, a second apart, the script gives a balancer that sees no API server while another serves, or none is
     * reached.
     */
    public static final int BLIND_ROUNDS = 3;

    /** How often the holder tells its neighbours again where the address is: what a stale entry costs at most. */
    public static final Duration ANNOUNCEMENT_INTERVAL = Duration.ofSeconds(3);

    private StandardTimings() {}
}
