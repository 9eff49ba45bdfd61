package dev.trivet.faults;

import dev.trivet.exec.Timekeeper;
import java.time.Duration;
import java.time.Instant;

/** The machine's time, with no pause longer than a fraction of a second: stand-ins are fast. */
final class ShortPauses implements Timekeeper {

    private static final Duration LONGEST = Duration.ofMillis(200);

    private final Timekeeper time = Timekeeper.system();

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        time.pause(duration.compareTo(LONGEST) < 0 ? duration : LONGEST);
    }
}
