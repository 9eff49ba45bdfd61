package dev.trivet.failover;

import dev.trivet.failover.Rack.Settled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Looks for the shortest story that breaks a guarantee, beginning with all well. */
final class StorySearch {

    /** Up to three masters every story is told in full detail; for more, one of more faults than this is told in outline. */
    private static final int MOST_FAULTS_IN_DETAIL = 3;

    private final FailoverModel model;
    private final Rack rack;

    StorySearch(FailoverModel model) {
        this.model = model;
        this.rack = new Rack(model);
    }

    /** Where a story has led, and by which faults and repairs. */
    private record Reached(RackState state, Settled settled, List<Fault> faults) {

        List<Object> place() {
            return List.of(state, settled.holders());
        }
    }

    /**
     * The faults and repairs, none when the guarantee is broken from the start. There is no story, one step after another,
     * of what needs several masters to start at the same moment.
     */
    Optional<List<Fault>> shortest(Guarantee guarantee) {
        int inDetail = rack.masters() <= 3 ? Integer.MAX_VALUE : MOST_FAULTS_IN_DETAIL;
        return search(guarantee, List.of(), this::everyChange, inDetail).or(() -> inOutline(guarantee));
    }

    /** Three masters are enough for any story, once the others are silent. */
    private Optional<List<Fault>> inOutline(Guarantee guarantee) {
        for (List<Integer> three : Threes.of(rack.masters())) {
            var others = IntStream.range(0, rack.masters())
                    .filter(master -> !three.contains(master))
                    .mapToObj(master -> new Fault(model.masters().get(master), Component.KEEPALIVED, Condition.DOWN))
                    .toList();
            var found = search(guarantee, others, state -> outlinedChange(state, three), Integer.MAX_VALUE);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<List<Fault>> search(
            Guarantee guarantee, List<Fault> first, Function<RackState, List<List<Fault>>> changes, int mostFaults) {
        var allWell = RackState.allWell(rack.masters());
        var start = after(new Reached(allWell, rack.settle(allWell, new BitSet()), List.of()), first);
        if (!Prover.isKept(guarantee, rack, start.state(), start.settled())) {
            return Optional.of(start.faults());
        }
        Deque<Reached> open = new ArrayDeque<>(List.of(start));
        Set<Object> seen = new HashSet<>(Set.of(start.place()));
        while (!open.isEmpty()) {
            var reached = open.remove();
            for (List<Fault> change : changes.apply(reached.state())) {
                var next = after(reached, change);
                if (breaks(guarantee, reached, next)) {
                    return Optional.of(next.faults());
                }
                if (next.state().faults() <= mostFaults && seen.add(next.place())) {
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private Reached after(Reached reached, List<Fault> change) {
        var state = reached.state();
        var settled = reached.settled();
        for (Fault fault : change) {
            state = state.with(model.masters().indexOf(fault.master()), fault.component(), fault.condition());
            settled = rack.settle(state, settled.holders());
        }
        var faults = new ArrayList<>(reached.faults());
        faults.addAll(change);
        return new Reached(state, settled, faults);
    }

    private boolean breaks(Guarantee guarantee, Reached before, Reached after) {
        return guarantee == Guarantee.NO_SECOND_MOVE
                ? after.faults().get(after.faults().size() - 1).condition() == Condition.UP
                        && rack.movesInVain(before.state(), before.settled(), after.state(), after.settled())
                : !Prover.isKept(guarantee, rack, after.state(), after.settled());
    }

    /** Any component of any master dies, is repaired, or answers errors where these are taken for answers. */
    private List<List<Fault>> everyChange(RackState state) {
        var changes = new ArrayList<List<Fault>>();
        for (int i = 0; i < rack.masters(); i++) {
            for (Component component : Component.values()) {
                changes.add(List.of(toggled(state, i, component)));
                if (component == Component.API_SERVER
                        && model.view() != BalancerView.READYZ
                        && state.isUp(i, component)) {
                    changes.add(List.of(new Fault(model.masters().get(i), component, Condition.ERRORS)));
                }
            }
        }
        return changes;
    }

    /** One speaker or balancer of three masters, or all API servers together. */
    private List<List<Fault>> outlinedChange(RackState state, List<Integer> three) {
        var changes = new ArrayList<List<Fault>>();
        for (int master : three) {
            changes.add(List.of(toggled(state, master, Component.KEEPALIVED)));
            changes.add(List.of(toggled(state, master, Component.HAPROXY)));
        }
        changes.add(IntStream.range(0, rack.masters())
                .mapToObj(master -> toggled(state, master, Component.API_SERVER))
                .toList());
        return changes;
    }

    private Fault toggled(RackState state, int master, Component component) {
        var condition = state.isUp(master, component) ? Condition.DOWN : Condition.UP;
        return new Fault(model.masters().get(master), component, condition);
    }
}
