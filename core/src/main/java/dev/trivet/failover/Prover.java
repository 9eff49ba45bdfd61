package dev.trivet.failover;

import dev.trivet.failover.Rack.Settled;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Holds every combination of faults against the guarantees, by way of the states that stand for all.
 *
 * <p>A state and the holder before it decide the outcome. So every state is entered from every holder and from none: faults
 * at the same moment, and in any order, are among these.
 */
final class Prover {

    private final Rack rack;
    private final Set<Guarantee> wanted;
    private final List<RackState> states;

    private Prover(FailoverModel model, Set<Guarantee> wanted) {
        this.rack = new Rack(model);
        this.wanted = wanted;
        this.states = Representatives.of(model);
    }

    /** The guarantees that some state breaks. */
    static Set<Guarantee> broken(FailoverModel model, Set<Guarantee> wanted) {
        int masters = model.masters().size();
        if (masters <= 3) {
            return brokenAmongAll(model, wanted);
        }
        var broken = EnumSet.noneOf(Guarantee.class);
        Threes.of(masters).forEach(three -> broken.addAll(brokenAmongAll(Threes.only(model, three), wanted)));
        return broken;
    }

    static Set<Guarantee> brokenAmongAll(FailoverModel model, Set<Guarantee> wanted) {
        var prover = new Prover(model, wanted);
        var broken = EnumSet.noneOf(Guarantee.class);
        for (RackState state : prover.states) {
            for (int holder = -1; holder < prover.rack.masters(); holder++) {
                prover.addBroken(state, holder < 0 ? new BitSet() : only(holder), broken);
            }
        }
        return broken;
    }

    private static BitSet only(int holder) {
        var holders = new BitSet();
        holders.set(holder);
        return holders;
    }

    private void addBroken(RackState state, BitSet before, Set<Guarantee> broken) {
        var settled = rack.settle(state, before);
        for (Guarantee guarantee : wanted) {
            boolean kept = guarantee == Guarantee.NO_SECOND_MOVE
                    ? Representatives.repaired(state).stream()
                            .noneMatch(next ->
                                    rack.movesInVain(state, settled, next, rack.settle(next, settled.holders())))
                    : isKept(guarantee, rack, state, settled);
            if (!kept) {
                broken.add(guarantee);
            }
        }
    }

    /** Whether a state keeps a guarantee that can be seen without its past. */
    static boolean isKept(Guarantee guarantee, Rack rack, RackState state, Settled settled) {
        return switch (guarantee) {
            case SETTLES -> !settled.oscillates();
            case ONE_HOLDER -> settled.hasOneHolder() || !rack.isAnyoneReachable(state);
            case SERVES -> rack.isServed(state, settled) || !rack.couldServe(state);
            case NO_SECOND_MOVE -> true;
        };
    }
}
