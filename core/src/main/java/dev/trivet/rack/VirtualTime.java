package dev.trivet.rack;

import dev.trivet.exec.Timekeeper;
import java.time.Duration;
import java.time.Instant;

/** A rack's time: whoever waits, lets it go by at once. */
record VirtualTime(Simulation simulation) implements Timekeeper {

    @Override
    public Instant now() {
        synchronized (simulation) {
            return simulation.now();
        }
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        synchronized (simulation) {
            simulation.timeline().advanceTo(simulation.now().plus(time));
        }
    }
}
