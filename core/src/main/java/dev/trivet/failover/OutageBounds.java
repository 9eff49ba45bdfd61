package dev.trivet.failover;

import dev.trivet.failover.OutageBound.Term;
import dev.trivet.spec.BalancerCheck;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.StandardTimings;
import dev.trivet.spec.VirtualRouter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How long clients can be without service at most, with the standard renderers' files, from their settings.
 *
 * <p>Faults that come one after another add up; at the same moment they take no longer. The bounds count on a machine that
 * starts a process within 100 ms, and on a client that sends a lost SYN again after a second, and after twice as long each
 * further time (RFC 6298). They are those of requests that begin after the fault: one that the holder had taken before may hang
 * for as long as its client waits. etcd elects a new leader in one to two seconds, which is not counted.
 *
 * @since 0.1.0
 */
public final class OutageBounds {

    private static final Duration PROCESS_START = Duration.ofMillis(100);
    private static final Duration FIRST_SYN_AGAIN = Duration.ofSeconds(1);

    private final FailoverModel model;
    private final VirtualRouter router;
    private final BalancerCheck check;

    private OutageBounds(Cluster cluster) {
        this.model = FailoverModel.standard(cluster);
        this.router = cluster.virtualRouter();
        this.check = cluster.check();
    }

    /**
     * The bounds of a cluster.
     *
     * @param cluster the cluster
     * @return its bounds
     */
    public static OutageBounds of(Cluster cluster) {
        return new OutageBounds(cluster);
    }

    /**
     * The bound after faults in a row, on a rack where all was well.
     *
     * @param faults the faults, each of another component
     * @return the bound, or empty when nobody can serve after them
     * @throws IllegalArgumentException for a repair, or for two faults of one component
     */
    public Optional<OutageBound> after(List<Fault> faults) {
        requireFaults(faults);
        var replay = Replay.of(model);
        var terms = new ArrayList<Term>();
        Optional<String> abandoned = Optional.empty();
        for (Fault fault : faults) {
            var before = replay.now();
            var after = replay.apply(fault);
            if (!after.served()) {
                return Optional.empty();
            }
            terms.addAll(terms(fault, before, after));
            if (abandoned.filter(fault.master()::equals).isPresent() && fault.component() != Component.API_SERVER) {
                terms.add(heardAgain());
            }
            abandoned = leavesTheAddress(fault, before) ? Optional.of(fault.master()) : abandoned;
        }
        return Optional.of(new OutageBound(faults, terms));
    }

    /**
     * The bounds of every single fault of the master that holds the address while all is well.
     *
     * @return the bounds; none in a cluster that survives no fault
     */
    public List<OutageBound> ofTheHolder() {
        var holder = Replay.of(model).now().holders().get(0);
        var bounds = new ArrayList<OutageBound>();
        for (Component component : Component.values()) {
            for (Condition condition : component.failures()) {
                after(List.of(new Fault(holder, component, condition))).ifPresent(bounds::add);
            }
        }
        return bounds;
    }

    private static void requireFaults(List<Fault> faults) {
        long components = faults.stream()
                .map(fault -> List.of(fault.master(), fault.component()))
                .distinct()
                .count();
        if (components < faults.size() || faults.stream().anyMatch(fault -> fault.condition() == Condition.UP)) {
            throw new IllegalArgumentException(faults + " has a repair or a component twice; give each fault once");
        }
    }

    private static boolean leavesTheAddress(Fault fault, Outcome before) {
        return fault.component() == Component.KEEPALIVED
                && fault.condition() == Condition.FROZEN
                && before.holders().equals(List.of(fault.master()));
    }

    private List<Term> terms(Fault fault, Outcome before, Outcome after) {
        boolean ofHolder = before.holders().equals(List.of(fault.master()));
        return switch (fault.component()) {
            case API_SERVER -> List.of(markedDown(fault.condition()));
            case NODE ->
                ofHolder
                        ? List.of(silence(after), synAgain(silence(after).duration()), anotherBackend())
                        : List.of(anotherBackend());
            case KEEPALIVED -> ofHolder ? resigned(fault.condition(), after) : List.of();
            case HAPROXY -> ofHolder ? List.of(detected(fault.condition()), silence(after)) : List.of();
        };
    }

    private Term markedDown(Condition condition) {
        var probes = StandardTimings.BACKEND_INTERVAL.plus(
                StandardTimings.BACKEND_FAST_INTERVAL.multipliedBy(StandardTimings.BACKEND_FALL - 1));
        return switch (condition) {
            case FROZEN ->
                new Term(
                        "HAProxy marks the API server down",
                        "inter + fastinter + 2 * timeout check",
                        probes.plus(StandardTimings.BACKEND_CHECK_TIMEOUT.multipliedBy(StandardTimings.BACKEND_FALL)));
            case ERRORS -> new Term("HAProxy marks the API server down", "inter + fastinter", probes);
            case DOWN, UP -> anotherBackend();
        };
    }

    private static Term anotherBackend() {
        return new Term("HAProxy takes another API server", "timeout connect", StandardTimings.CONNECT_TIMEOUT);
    }

    /** What was sent while nobody had the address is not sent again at once when somebody has. */
    private static Term synAgain(Duration absence) {
        var pause = FIRST_SYN_AGAIN;
        for (var sent = pause; sent.compareTo(absence) <= 0; sent = sent.plus(pause)) {
            pause = pause.multipliedBy(2);
        }
        return new Term("a client's lost SYN is sent again", "RFC 6298", pause);
    }

    /** Clients whose neighbour entry leads to an address that was left behind. */
    private static Term heardAgain() {
        return new Term(
                "clients that were led to the old holder hear the new one",
                "vrrp_garp_master_refresh",
                StandardTimings.ANNOUNCEMENT_INTERVAL);
    }

    /** A speaker that stops says so; one that freezes leaves its address behind, where clients are served on. */
    private List<Term> resigned(Condition condition, Outcome after) {
        return condition == Condition.DOWN
                ? List.of(new Term("the next waits its skew", skewFormula(), skew(after)), synAgain(skew(after)))
                : List.of(synAgain(Duration.ZERO));
    }

    private Term detected(Condition condition) {
        boolean dead = condition == Condition.DOWN;
        var run = dead
                ? PROCESS_START
                        .multipliedBy(StandardTimings.REFUSALS)
                        .plus(StandardTimings.REFUSAL_PAUSE.multipliedBy(StandardTimings.REFUSALS - 1))
                : PROCESS_START.plus(StandardTimings.ANSWER_TIMEOUT);
        return new Term(
                "the check fails",
                "(interval + " + (dead ? StandardTimings.REFUSALS + " refusals" : "answer timeout") + ") * fall "
                        + check.fall(),
                check.interval().plus(run).multipliedBy(check.fall()));
    }

    /** A lowered priority waits as long as silence: a backup starts its timer anew with the last advertisement it obeys. */
    private Term silence(Outcome after) {
        return new Term(
                "the next takes over",
                "3 * advert_int + " + skewFormula(),
                router.advertInterval().multipliedBy(3).plus(skew(after)));
    }

    private String skewFormula() {
        return "(256 - its priority) / 256" + (router.version() == 2 ? " s" : " * advert_int");
    }

    /** Version 2 counts the skew in seconds. */
    private Duration skew(Outcome after) {
        int successor = model.masters().indexOf(after.holders().get(0));
        var unit = router.version() == 2 ? Duration.ofSeconds(1) : router.advertInterval();
        return unit.multipliedBy(256L - model.priorities().get(successor)).dividedBy(256);
    }

    /** The bounds of every single fault of the holder. */
    @Override
    public String toString() {
        return ofTheHolder().stream().map(OutageBound::toString).collect(Collectors.joining("\n"));
    }
}
