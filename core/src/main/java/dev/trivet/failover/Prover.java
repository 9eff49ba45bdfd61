package dev.trivet.failover;

import dev.trivet.failover.Rack.Settled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through the combinations of faults.
 *
 * <p>What is frozen counts as dead: that differs in how long it takes, not in where the address comes to rest. A state
 * and the holder before it decide the outcome, so that every state is entered from every holder: faults at the same
 * moment and in any order are among these.
 */
final class Prover {

    private final FailoverModel model;
    private final Rack rack;
    private final Set<Guarantee> wanted;
    private final int mostFaults;

    Prover(FailoverModel model, Set<Guarantee> wanted, int mostFaults) {
        this.model = model;
        this.rack = new Rack(model);
        this.wanted = wanted;
        this.mostFaults = mostFaults;
    }

    /** What was found: the guarantees that some state breaks, and how many states there were. */
    record Findings(Set<Guarantee> broken, long states) {}

    Findings prove() {
        var broken = EnumSet.noneOf(Guarantee.class);
        long states = 0;
        Deque<RackState> open = new ArrayDeque<>(List.of(RackState.allWell(rack.masters())));
        Set<RackState> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            var state = open.remove();
            states++;
            for (int holder = -1; holder < rack.masters(); holder++) {
                broken.addAll(broken(state, holder < 0 ? 0 : 1 << holder));
            }
            faults(state).stream()
                    .map(fault -> after(state, fault))
                    .filter(next -> next.faults() <= mostFaults && seen.add(next))
                    .forEach(open::add);
        }
        return new Findings(broken, states);
    }

    /** The shortest sequence of faults and repairs after which the guarantee is broken; empty when it is at the start. */
    List<Fault> shortestBreaking(Guarantee guarantee) {
        record Reached(RackState state, int holders, List<Fault> faults) {}
        var start = RackState.allWell(rack.masters());
        var atStart = rack.settle(start, 0);
        if (isBroken(guarantee, start, atStart, false)) {
            return List.of();
        }
        int holders = atStart.holders();
        Deque<Reached> open = new ArrayDeque<>(List.of(new Reached(start, holders, List.of())));
        Set<Object> seen = new HashSet<>(Set.of(List.of(start, holders)));
        while (!open.isEmpty()) {
            var reached = open.remove();
            for (Fault fault : changes(reached.state())) {
                var next = after(reached.state(), fault);
                var settled = rack.settle(next, reached.holders());
                var faults = new ArrayList<>(reached.faults());
                faults.add(fault);
                boolean moved = fault.condition() == Condition.UP
                        && movesInVain(reached.state(), reached.holders(), next, settled);
                if (isBroken(guarantee, next, settled, moved)) {
                    return faults;
                }
                if (next.faults() <= mostFaults && seen.add(List.of(next, settled.holders()))) {
                    open.add(new Reached(next, settled.holders(), faults));
                }
            }
        }
        throw new IllegalStateException(guarantee + " is broken, but in no way that begins with all well");
    }

    private Set<Guarantee> broken(RackState state, int before) {
        var settled = rack.settle(state, before);
        boolean moved =
                wanted.contains(Guarantee.NO_SECOND_MOVE) && settled.hasOneHolder() && repairMoves(state, settled);
        var broken = EnumSet.noneOf(Guarantee.class);
        for (Guarantee guarantee : wanted) {
            if (isBroken(guarantee, state, settled, moved)) {
                broken.add(guarantee);
            }
        }
        return broken;
    }

    private boolean isBroken(Guarantee guarantee, RackState state, Settled settled, boolean moved) {
        return switch (guarantee) {
            case SETTLES -> settled.oscillates();
            case ONE_HOLDER -> !settled.hasOneHolder() && rack.isAnyoneReachable(state);
            case SERVES -> rack.couldServe(state) && !rack.isServed(state, settled);
            case NO_SECOND_MOVE -> moved;
        };
    }

    private boolean repairMoves(RackState state, Settled settled) {
        return repairs(state).stream().anyMatch(repair -> {
            var next = after(state, repair);
            return movesInVain(state, settled.holders(), next, rack.settle(next, settled.holders()));
        });
    }

    /** Whether a repair moved the address from a master, and clients had nothing of it. */
    private boolean movesInVain(RackState state, int holders, RackState next, Settled settled) {
        boolean moved = Integer.bitCount(holders) == 1 && settled.holders() != holders;
        boolean servedBefore = rack.isServed(state, new Settled(holders, false));
        return moved && (servedBefore || !rack.isServed(next, settled));
    }

    private List<Fault> changes(RackState state) {
        var changes = new ArrayList<>(faults(state));
        changes.addAll(repairs(state));
        return changes;
    }

    private List<Fault> faults(RackState state) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < rack.masters(); i++) {
            for (Component component : Component.values()) {
                if (state.isUp(i, component)) {
                    faults.add(new Fault(model.masters().get(i), component, Condition.DOWN));
                    if (component == Component.API_SERVER && model.view() != BalancerView.READYZ) {
                        faults.add(new Fault(model.masters().get(i), component, Condition.ERRORS));
                    }
                }
            }
        }
        return faults;
    }

    private List<Fault> repairs(RackState state) {
        var repairs = new ArrayList<Fault>();
        for (int i = 0; i < rack.masters(); i++) {
            for (Component component : Component.values()) {
                if (!state.isUp(i, component)) {
                    repairs.add(new Fault(model.masters().get(i), component, Condition.UP));
                }
            }
        }
        return repairs;
    }

    private RackState after(RackState state, Fault fault) {
        return state.with(model.masters().indexOf(fault.master()), fault.component(), fault.condition());
    }
}
