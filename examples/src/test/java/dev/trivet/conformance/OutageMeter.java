package dev.trivet.conformance;

import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.Fault;
import dev.trivet.harness.Patience;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A rack on which outages are measured: one fault of the master that holds the address, then its repair. */
final class OutageMeter implements AutoCloseable {

    /** The slowest set-up needs half a minute to notice, ten seconds to move, and as long again after a repair. */
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofSeconds(4);

    private final Rack rack;
    private final boolean returns;

    /**
     * Takes a rack.
     *
     * @param returns whether its first master takes the address back after every repair
     */
    OutageMeter(Rack rack, boolean returns) {
        this.rack = rack;
        this.returns = returns;
    }

    /** Starts the first master's keepalived, then the others', and waits until all is well. */
    void start() {
        rack.startAll();
        awaitCalm();
    }

    /** Breaks that component of the holder, waits until clients are served again, and repairs it. */
    Outage measure(Component component, Condition condition) {
        var holder = rack.holders().get(0);
        var probes = rack.probes();
        long from = probes.position();
        long start = Clock.systemUTC().millis();
        rack.apply(new Fault(holder, component, condition), Cut.SILENT);
        boolean ended = Patience.until(LONGEST, () -> isOver(probes, from, start));
        var failed = probes.failedSince(from, start);
        long end = ended
                ? failed.isEmpty() ? start : failed.get(failed.size() - 1)
                : Clock.systemUTC().millis();
        rack.apply(new Fault(holder, component, Condition.UP), Cut.SILENT);
        awaitCalm();
        return new Outage(Duration.ofMillis(end - start), failed.size(), ended);
    }

    /** Whether the address stays where it is, and clients are served, for a while in which something else goes on. */
    Calm watch(Duration time) {
        var probes = rack.probes();
        long from = probes.position();
        long start = Clock.systemUTC().millis();
        var holders = rack.holders();
        boolean moved = Patience.until(time, () -> !rack.holders().equals(holders));
        return new Calm(moved, probes.failedSince(from, start).size());
    }

    /**
     * What was seen.
     *
     * @param moved whether the address moved; watching ended with that
     * @param failedProbes how many requests failed until then
     */
    record Calm(boolean moved, int failedProbes) {}

    @Override
    public void close() {
        rack.close();
    }

    private static boolean isOver(Probes probes, long from, long start) {
        var failed = probes.failedSince(from, start);
        long last = failed.isEmpty() ? start : failed.get(failed.size() - 1);
        return Clock.systemUTC().millis() - last > QUIET.toMillis() && probes.succeed();
    }

    private void awaitCalm() {
        boolean calm = Patience.untilSteady(PATIENCE, QUIET, () -> isCalm(rack.holders()));
        if (!calm) {
            throw new IllegalStateException("the rack does not come to rest: " + rack.holders() + "\n" + rack.tails());
        }
    }

    private boolean isCalm(List<String> holders) {
        return holders.size() == 1 && (!returns || holders.equals(List.of("m1"))) && rack.isServed();
    }
}
