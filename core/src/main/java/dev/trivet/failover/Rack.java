package dev.trivet.failover;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** The model at work: who holds the address in a state of the rack, and whether clients are served there. */
final class Rack {

    private static final int LOWEST = 1;
    private static final int HIGHEST = 254;

    private final FailoverModel model;

    Rack(FailoverModel model) {
        this.model = model;
    }

    int masters() {
        return model.masters().size();
    }

    /**
     * Lets the election run until nobody moves. Masters that tie both take the address, until the one with the higher IP
     * address wins (RFC 5798, 6.4.3): that is left open here.
     *
     * @param before who held the address until now, a bit a master
     */
    Settled settle(RackState state, BitSet before) {
        Set<BitSet> seen = new HashSet<>();
        var holders = before;
        while (seen.add(holders)) {
            var winners = winners(state, holders);
            if (winners.equals(holders) || winners.cardinality() > 1) {
                return new Settled(winners, false);
            }
            holders = winners;
        }
        return new Settled(holders, true);
    }

    /** The outcome of an election: the holders, a bit a master, and whether they still change for ever. */
    record Settled(BitSet holders, boolean oscillates) {

        boolean isHeldBy(int master) {
            return holders.get(master);
        }

        boolean hasOneHolder() {
            return holders.cardinality() == 1 && !oscillates;
        }

        /** The one holder's number. */
        int holder() {
            return holders.nextSetBit(0);
        }
    }

    /** Whether a request to the address is answered well, whichever API server it is sent to. */
    boolean isServed(RackState state, Settled settled) {
        if (!settled.hasOneHolder()) {
            return false;
        }
        return canServe(state, settled.holder());
    }

    /** Whether this master would serve, if it held the address. */
    boolean canServe(RackState state, int master) {
        if (!isElectable(state, master) || !state.isUp(master, Component.HAPROXY)) {
            return false;
        }
        boolean anyone = false;
        for (int i = 0; i < masters(); i++) {
            if (seemsWell(state, i)) {
                if (!isReady(state, i)) {
                    return false;
                }
                anyone = true;
            }
        }
        return anyone;
    }

    /** Whether any master could serve if only the address were there and its balancer knew the truth. */
    boolean couldServe(RackState state) {
        boolean anyBalancer = false;
        boolean anyReady = false;
        for (int i = 0; i < masters(); i++) {
            anyBalancer |= isReachable(state, i) && state.isUp(i, Component.HAPROXY);
            anyReady |= isReady(state, i);
        }
        return anyBalancer && anyReady;
    }

    /**
     * Whether a repair took the address from its one holder, and clients had nothing of it. Where no API server is ready,
     * they have something of a balancer that works: service comes back there.
     */
    boolean movesInVain(RackState before, Settled settled, RackState after, Settled settledAgain) {
        boolean moved = settled.hasOneHolder() && !settledAgain.holders().equals(settled.holders());
        boolean toABalancer = !balances(after, settled) && balances(after, settledAgain);
        return moved && !toABalancer && (isServed(before, settled) || !isServed(after, settledAgain));
    }

    private static boolean balances(RackState state, Settled settled) {
        return settled.hasOneHolder() && state.isUp(settled.holder(), Component.HAPROXY);
    }

    /** Whether a VRRP speaker that others hear runs here. */
    boolean isReachable(RackState state, int master) {
        return state.isUp(master, Component.NODE) && state.isUp(master, Component.KEEPALIVED);
    }

    /** Whether any VRRP speaker runs. */
    boolean isAnyoneReachable(RackState state) {
        for (int i = 0; i < masters(); i++) {
            if (isReachable(state, i)) {
                return true;
            }
        }
        return false;
    }

    int effectivePriority(RackState state, int master, boolean holds) {
        int sum = model.priorities().get(master)
                + (checkSucceeds(state, master) ? 0 : model.weight())
                + (holds ? model.holderBonus() : 0);
        return Math.max(LOWEST, Math.min(HIGHEST, sum));
    }

    boolean checkSucceeds(RackState state, int master) {
        if (!model.view().hasCurl() || !state.isUp(master, Component.HAPROXY)) {
            return false;
        }
        if (model.view() == BalancerView.READYZ) {
            return true;
        }
        for (int i = 0; i < masters(); i++) {
            if (seemsWell(state, i)) {
                return true;
            }
        }
        return false;
    }

    private BitSet winners(RackState state, BitSet holders) {
        var winners = new BitSet(masters());
        int highest = 0;
        for (int i = 0; i < masters(); i++) {
            if (isElectable(state, i)) {
                int priority = effectivePriority(state, i, holders.get(i));
                if (priority > highest) {
                    winners.clear();
                    highest = priority;
                }
                winners.set(i, priority == highest);
            }
        }
        return winners;
    }

    /** A script of weight 0 takes its master out of the election when it fails. */
    private boolean isElectable(RackState state, int master) {
        return isReachable(state, master) && (model.weight() != 0 || checkSucceeds(state, master));
    }

    /** Whether HAProxy anywhere takes this API server for well. */
    private boolean seemsWell(RackState state, int master) {
        return !model.view().takesErrors()
                ? isReady(state, master)
                : state.isUp(master, Component.NODE)
                        && (state.isUp(master, Component.API_SERVER)
                                || state.of(master, Component.API_SERVER) == Condition.ERRORS);
    }

    /** Without a quorum of etcd, no API server is ready. */
    private boolean isReady(RackState state, int master) {
        return state.isUp(master, Component.NODE) && state.isUp(master, Component.API_SERVER) && state.hasQuorum();
    }
}
