package dev.trivet.exec;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The machine's time. */
record SystemTime(Clock clock) implements Timekeeper {

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
