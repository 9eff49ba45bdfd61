package dev.trivet.failover;

import dev.trivet.spec.Cluster;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a control plane survives: a proof over the combinations of faults, or the shortest counterexample.
 *
 * <p>Every component of every master may be up or not, in any combination, with the address held by any master before: who
 * holds it then depends on a few things only, so that some states stand for all. etcd is taken to live on the masters: API
 * servers serve while more than half of the nodes reach each other.
 *
 * @since 0.1.0
 */
public final class FailoverAnalysis {

    private final FailoverModel model;
    private final Set<Guarantee> guarantees;
    private final List<Counterexample> counterexamples;
    private final List<OutageBound> bounds;
    private final int states;

    private FailoverAnalysis(FailoverModel model, Set<Guarantee> guarantees, List<OutageBound> bounds) {
        this.model = model;
        this.bounds = bounds;
        this.guarantees = guarantees;
        var prover = new Prover(model, guarantees);
        this.states = prover.states();
        this.counterexamples = counterexamples(prover.broken());
    }

    /**
     * Analyses the standard renderers' set-up.
     *
     * @param cluster the cluster
     * @return the proof, or what stands against it
     */
    public static FailoverAnalysis of(Cluster cluster) {
        return new FailoverAnalysis(
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
                FailoverModel.classic(cluster), EnumSet.complementOf(EnumSet.of(Guarantee.NO_SECOND_MOVE)), List.of());
    }

    /**
     * Analyses any set-up, for all guarantees.
     *
     * @param model the set-up
     * @return the proof, or what stands against it
     */
    public static FailoverAnalysis of(FailoverModel model) {
        return new FailoverAnalysis(model, EnumSet.allOf(Guarantee.class), List.of());
    }

    /**
     * Whether every guarantee holds.
     *
     * @return whether there is no counterexample
     */
    public boolean isProved() {
        return counterexamples.isEmpty();
    }

    /**
     * What stands against the proof.
     *
     * @return for each guarantee that does not hold, the shortest way to break it
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
        var text = new StringBuilder();
        if (isProved()) {
            text.append("Proved for ")
                    .append(String.join(", ", model.masters()))
                    .append(": ");
            guarantees.forEach(guarantee -> text.append("\n  - ").append(guarantee));
        }
        for (Counterexample counterexample : counterexamples) {
            text.append(text.isEmpty() ? "" : "\n").append(counterexample);
        }
        bounds.forEach(bound -> text.append("\n  ").append(bound));
        return text.append("\n").append(scope()).toString();
    }

    /** The explanation. */
    @Override
    public String toString() {
        return explain();
    }

    private String scope() {
        return "Looked at every combination of faults: " + states
                + " states stand for all, each entered from every holder; "
                + "what is frozen comes to rest where the dead does.";
    }

    /** That two hold the address is told once, as itself: other guarantees are broken by that, too. */
    private List<Counterexample> counterexamples(Set<Guarantee> broken) {
        return broken.stream()
                .map(this::counterexample)
                .filter(found -> found.guarantee() == Guarantee.ONE_HOLDER
                        || found.last().holders().size() <= 1)
                .toList();
    }

    private Counterexample counterexample(Guarantee guarantee) {
        var replay = Replay.of(model);
        var start = replay.now();
        var steps = new StorySearch(model)
                .shortest(guarantee).stream()
                        .map(fault -> new Counterexample.Step(fault, replay.apply(fault)))
                        .toList();
        return new Counterexample(guarantee, start, steps, new Mend(model, guarantees).smallestChange());
    }
}
