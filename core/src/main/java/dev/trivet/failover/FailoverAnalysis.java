package dev.trivet.failover;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.StandardTimings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a control plane survives: a proof over the combinations of faults, or the shortest counterexample.
 *
 * <p>Every component of every master may be up or not, in any combination, with the address held by any master before: who
 * holds it then depends on a few things only, so that some states stand for all. etcd is taken to live on the masters: API
 * servers serve while more than half of the nodes reach each other.
 *
 * <p>A keepalived that is frozen or killed with SIGKILL leaves its address behind on its host. Another master takes it over as
 * proved; a client that is still led to the old host is served as long as the HAProxy there works, and with the standard
 * set hears the new holder's next announcement within seconds otherwise. A holder that was frozen or cut off for a moment only
 * has kept its address and takes it back, a second move.
 *
 * @since 0.1.0
 */
public final class FailoverAnalysis {

    private final Optional<Cluster> cluster;
    private final FailoverModel model;
    private final Set<Guarantee> guarantees;
    private final Set<Guarantee> broken;
    private final List<Counterexample> counterexamples;
    private final List<OutageBound> bounds;

    private FailoverAnalysis(
            Optional<Cluster> cluster, FailoverModel model, Set<Guarantee> guarantees, List<OutageBound> bounds) {
        this.cluster = cluster;
        this.model = model;
        this.bounds = bounds;
        this.guarantees = guarantees;
        this.broken = Prover.broken(model, guarantees);
        this.counterexamples = stories();
    }

    /**
     * Analyses the standard renderers' set-up.
     *
     * @param cluster the cluster
     * @return the proof, or what stands against it
     */
    public static FailoverAnalysis of(Cluster cluster) {
        return new FailoverAnalysis(
                Optional.of(cluster),
                FailoverModel.standard(cluster),
                EnumSet.allOf(Guarantee.class),
                OutageBounds.of(cluster).ofTheHolder());
    }

    /**
     * Analyses the classic renderers' set-up. It promises less: that a repair does not move the address again is nothing
     * that the article's settings are made for.
     *
     * @param cluster the cluster
     * @return the proof, or what stands against it
     */
    public static FailoverAnalysis ofClassic(Cluster cluster) {
        return new FailoverAnalysis(
                Optional.of(cluster),
                FailoverModel.classic(cluster),
                EnumSet.complementOf(EnumSet.of(Guarantee.NO_SECOND_MOVE)),
                List.of());
    }

    /**
     * Analyses any set-up, for all guarantees.
     *
     * @param model the set-up
     * @return the proof, or what stands against it
     */
    public static FailoverAnalysis of(FailoverModel model) {
        return new FailoverAnalysis(Optional.empty(), model, EnumSet.allOf(Guarantee.class), List.of());
    }

    /**
     * Whether every guarantee holds.
     *
     * @return whether nothing stands against it
     */
    public boolean isProved() {
        return broken.isEmpty();
    }

    /**
     * What stands against the proof.
     *
     * @return for each guarantee that does not hold, the shortest way to break it step by step; a guarantee that only masters
     *     starting at the same moment break, has none
     */
    public List<Counterexample> counterexamples() {
        return counterexamples;
    }

    /**
     * How long clients are without service at most after a single fault of the holder, with the standard renderers' files.
     *
     * @return the bounds, none for other set-ups
     */
    public List<OutageBound> bounds() {
        return bounds;
    }

    /**
     * The proof or the counterexamples, to be read.
     *
     * @return some lines of text
     */
    public String explain() {
        var lines = new ArrayList<String>();
        if (isProved()) {
            lines.add("Proved for " + String.join(", ", model.masters()) + ", whatever fails, together or in turn:");
            guarantees.forEach(guarantee -> lines.add("  - " + guarantee));
        }
        counterexamples.forEach(counterexample -> lines.add(counterexample.toString()));
        if (!bounds.isEmpty()) {
            lines.add("The longest outage after a fault of the holder:");
            bounds.forEach(bound -> lines.add(bound.toString().indent(2).stripTrailing()));
        }
        lines.add(scope());
        return String.join("\n", lines);
    }

    /** What was analysed, unless it was a mere model. */
    Optional<Cluster> cluster() {
        return cluster;
    }

    FailoverModel model() {
        return model;
    }

    /** What was asked for, in order. */
    Set<Guarantee> guarantees() {
        return guarantees;
    }

    /** What of it does not hold. */
    Set<Guarantee> broken() {
        return broken;
    }

    /** The explanation. */
    @Override
    public String toString() {
        return explain();
    }

    /** What was looked at, a line each. */
    String scope() {
        int masters = model.masters().size();
        int quorum = masters / 2 + 1;
        return "Of " + masters + " nodes, " + (masters - quorum) + " may be lost: etcd needs " + quorum
                + " to answer.\n"
                + "Looked at every combination of faults, by way of the few states that stand for all. What is frozen counts as"
                + " dead; a holder that is frozen or cut off for a moment only, and keeps its address, takes it back.\n"
                + "A keepalived that freezes leaves its address behind, where clients may still be led: "
                + (bounds.isEmpty()
                        ? "left out here."
                        : "they hear of the new holder within " + StandardTimings.ANNOUNCEMENT_INTERVAL.toSeconds()
                                + " s.");
    }

    /** That two hold the address is told once, as itself: other guarantees are broken by that, too. */
    private List<Counterexample> stories() {
        return broken.stream()
                .flatMap(guarantee -> counterexample(guarantee).stream())
                .filter(found -> found.guarantee() == Guarantee.ONE_HOLDER
                        || found.last().holders().size() <= 1)
                .toList();
    }

    private Optional<Counterexample> counterexample(Guarantee guarantee) {
        return new StorySearch(model).shortest(guarantee).map(faults -> {
            var replay = Replay.of(model);
            var start = replay.now();
            var steps = faults.stream()
                    .map(fault -> new Counterexample.Step(fault, replay.apply(fault)))
                    .toList();
            return new Counterexample(guarantee, start, steps, new Mend(model, guarantees).of(guarantee));
        });
    }
}
