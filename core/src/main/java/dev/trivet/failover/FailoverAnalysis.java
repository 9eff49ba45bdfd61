package dev.trivet.failover;

import dev.trivet.spec.Cluster;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a control plane survives: a proof over the combinations of faults, or the shortest counterexample.
 *
 * <p>Every component of every master may be up or not, in any combination for up to three masters, and up to four or
 * three faults at a time for up to five or more masters; each of these states is entered from every holder.
 *
 * @since 0.1.0
 */
public final class FailoverAnalysis {

    private final FailoverModel model;
    private final Set<Guarantee> guarantees;
    private final List<Counterexample> counterexamples;
    private final long states;
    private final int mostFaults;

    private FailoverAnalysis(FailoverModel model, Set<Guarantee> guarantees) {
        this.model = model;
        this.guarantees = guarantees;
        this.mostFaults = mostFaults(model.masters().size());
        var prover = new Prover(model, guarantees, mostFaults);
        var findings = prover.prove();
        this.states = findings.states();
        this.counterexamples = findings.broken().stream()
                .map(guarantee -> counterexample(guarantee, prover))
                .toList();
    }

    /**
     * Analyses the standard renderers' set-up.
     *
     * @param cluster the cluster
     * @return the proof, or what stands against it
     */
    public static FailoverAnalysis of(Cluster cluster) {
        return of(FailoverModel.standard(cluster));
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
                FailoverModel.classic(cluster), EnumSet.complementOf(EnumSet.of(Guarantee.NO_SECOND_MOVE)));
    }

    /**
     * Analyses any set-up, for all guarantees.
     *
     * @param model the set-up
     * @return the proof, or what stands against it
     */
    public static FailoverAnalysis of(FailoverModel model) {
        return new FailoverAnalysis(model, EnumSet.allOf(Guarantee.class));
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
        return text.append("\n").append(scope()).toString();
    }

    /** The explanation. */
    @Override
    public String toString() {
        return explain();
    }

    private String scope() {
        int components = model.masters().size() * Component.values().length;
        var which = mostFaults >= components ? "of faults" : "of up to " + mostFaults + " faults";
        return "Looked at every combination " + which + " (" + states
                + " states, each entered from every holder); what is frozen" + " comes to rest where the dead does.";
    }

    private Counterexample counterexample(Guarantee guarantee, Prover prover) {
        var replay = Replay.of(model);
        var start = replay.now();
        var steps = prover.shortestBreaking(guarantee).stream()
                .map(fault -> new Counterexample.Step(fault, replay.apply(fault)))
                .toList();
        return new Counterexample(guarantee, start, steps, new Mend(model, guarantees).smallestChange());
    }

    private static int mostFaults(int masters) {
        if (masters <= 3) {
            return masters * Component.values().length;
        }
        return masters <= 5 ? 4 : 3;
    }
}
