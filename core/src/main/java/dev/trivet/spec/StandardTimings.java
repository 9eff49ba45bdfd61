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

    /** The time between two of HAProxy's checks of an API server that is well, or wholly down. */
    public static final Duration BACKEND_INTERVAL = Duration.ofSeconds(1);

    /** The time between two of HAProxy's checks of an API server that is changing. */
    public static final Duration BACKEND_FAST_INTERVAL = Duration.ofMillis(500);

    /** How long an API server has to answer HAProxy's check. */
    public static final Duration BACKEND_CHECK_TIMEOUT = Duration.ofSeconds(1);

    /** How many failed checks in a row mark an API server down. */
    public static final int BACKEND_FALL = 2;

    /** How long HAProxy has to answer one question of the health check's script. */
    public static final Duration SAMPLE_TIMEOUT = Duration.ofMillis(400);

    /** The script's pause after a refusal. */
    public static final Duration REFUSAL_PAUSE = Duration.ofMillis(150);

    /** How many refusals in a row make the script fail. */
    public static final int REFUSALS = 3;

    /** How many unanswered questions in a row make the script fail. */
    public static final int TIMEOUTS = 5;

    private StandardTimings() {}
}
