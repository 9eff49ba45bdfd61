package dev.trivet.rack;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Virtual time, and what is to happen in it. What is due at the same instant, happens in the order in which it was planned. */
final class Timeline {

    /** Any fixed instant will do; this one is easy to read. */
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Due> plans =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));

    private Instant now = START;
    private long planned;

    private record Due(Instant at, long number, Runnable work) {}

    Instant now() {
        return now;
    }

    void after(Duration delay, Runnable work) {
        plans.add(new Due(now.plus(delay), planned++, work));
    }

    /** When the next thing happens. */
    Optional<Instant> next() {
        return Optional.ofNullable(plans.peek()).map(Due::at);
    }

    /** Lets everything happen until then; time never goes back. */
    void advanceTo(Instant end) {
        for (var due = plans.peek(); due != null && !due.at().isAfter(end); due = plans.peek()) {
            plans.remove();
            now = due.at();
            due.work().run();
        }
        now = end.isAfter(now) ? end : now;
    }
}
