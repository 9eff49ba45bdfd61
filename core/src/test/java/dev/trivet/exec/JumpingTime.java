package dev.trivet.exec;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The machine's time, which a test can put forward: nobody wants to wait for minutes until an engine gives up. */
final class JumpingTime implements Timekeeper {

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final Clock clock = Clock.systemUTC();
    private Duration ahead = Duration.ZERO;

    @Override
    public synchronized Instant now() {
        return clock.instant().plus(ahead);
    }

    synchronized void jump(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep((time.compareTo(LONGEST_PAUSE) < 0 ? time : LONGEST_PAUSE).toMillis());
    }
}
