package dev.trivet.failover;

import dev.trivet.failover.Rack.Settled;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Faults and repairs, one after another, on a rack where all was well: who holds the address after each.
 *
 * {@snippet lang=java :
 * var replay = Replay.of(FailoverModel.standard(cluster));
 * replay.now().holders();                                                          // [m1]
 * replay.apply(new Fault("m1", Component.HAPROXY, Condition.DOWN)).holders();      // [m2]
 * }
 *
 * @since 0.1.0
 */
public final class Replay {

    private final FailoverModel model;
    private final Rack rack;
    private RackState state;
    private Settled settled;

    private Replay(FailoverModel model) {
        this.model = model;
        this.rack = new Rack(model);
        this.state = RackState.allWell(rack.masters());
        this.settled = rack.settle(state, new BitSet());
    }

    /**
     * A rack on which all is well.
     *
     * @param model the set-up
     * @return its replay, before any fault
     */
    public static Replay of(FailoverModel model) {
        return new Replay(model);
    }

    /**
     * Changes a component, and lets the election come to rest.
     *
     * @param fault the fault or repair
     * @return what it led to
     * @throws IllegalArgumentException when there is no such master
     */
    public Outcome apply(Fault fault) {
        int master = model.masters().indexOf(fault.master());
        if (master < 0) {
            throw new IllegalArgumentException(
                    "no master is named " + fault.master() + "; there are " + model.masters());
        }
        state = state.with(master, fault.component(), fault.condition());
        settled = rack.settle(state, settled.holders());
        return now();
    }

    /**
     * How it is now.
     *
     * @return the outcome of the last fault, or of the start
     */
    public Outcome now() {
        var holders = new ArrayList<String>();
        for (int i = 0; i < rack.masters(); i++) {
            if (settled.isHeldBy(i)) {
                holders.add(model.masters().get(i));
            }
        }
        boolean served = rack.isServed(state, settled);
        return new Outcome(holders, served, rack.couldServe(state), reason(holders, served));
    }

    private String reason(List<String> holders, boolean served) {
        if (holders.size() > 1) {
            return String.join(" and ", holders) + " tie (" + priorities()
                    + "): both take the address for a moment, and" + " their IP addresses decide";
        }
        var text = settled.oscillates()
                ? "the address wanders for ever"
                : holders.isEmpty() ? "nobody holds the address" : holders.get(0) + " holds the address";
        if (served) {
            return text + " (" + priorities() + ")";
        }
        return text + " (" + priorities() + ")"
                + (rack.couldServe(state) ? "; clients are not served, though they could be" : "; nobody can serve");
    }

    /** Every heard master's effective priority, as a sum. */
    private String priorities() {
        var sums = IntStream.range(0, rack.masters())
                .filter(master -> rack.isReachable(state, master))
                .mapToObj(this::sum)
                .collect(Collectors.joining(", "));
        return sums.isEmpty() ? "no keepalived is heard" : sums;
    }

    private String sum(int master) {
        var sum = new StringBuilder(model.masters().get(master) + " at ");
        sum.append(rack.effectivePriority(state, master, settled.isHeldBy(master)));
        boolean fails = !rack.checkSucceeds(state, master);
        boolean rewarded = settled.isHeldBy(master) && model.holderBonus() != 0;
        if (fails || rewarded) {
            sum.append(" = ").append(model.priorities().get(master));
            sum.append(fails ? " - " + -model.weight() : "");
            sum.append(rewarded ? " + " + model.holderBonus() : "");
        }
        return sum.toString();
    }

    /** How it is now. */
    @Override
    public String toString() {
        return now().toString();
    }
}
