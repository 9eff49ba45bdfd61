package dev.trivet.exec;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time that a run goes by: the machine's, or a simulation's.
 *
 * @since 0.1.0
 */
public interface Timekeeper {

    /**
     * The machine's own time.
     *
     * @return the time to use outside of simulations
     */
    static Timekeeper system() {
        return new SystemTime(Clock.systemUTC());
    }

    /**
     * What time it is.
     *
     * @return now
     */
    Instant now();

    /**
     * Waits.
     *
     * @param time how long
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void pause(Duration time) throws InterruptedException;
}
