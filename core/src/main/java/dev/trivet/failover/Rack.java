package dev.trivet.failover;

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
    Settled settle(RackState state, int before) {
        Set<Integer> seen = new HashSet<>();
        int holders = before;
        while (seen.add(holders)) {
            int winners = winners(state, holders);
            if (winners == holders || Integer.bitCount(winners) > 1) {
                return new Settled(winners, false);
            }
            holders = winners;
        }
        return new Settled(holders, true);
    }

    /** The outcome of an election: the holders, a bit a master, and whether they still change for ever. */
    record Settled(int holders, boolean oscillates) {

        boolean isHeldBy(int master) {
            return (holders & 1 << master) != 0;
        }

        boolean hasOneHolder() {
            return Integer.bitCount(holders) == 1 && !oscillates;
        }
    }

    /** Whether a request to the address is answered well, whichever API server it is sent to. */
    boolean isServed(RackState state, Settled settled) {
        if (!settled.hasOneHolder()) {
            return false;
        }
        int holder = Integer.numberOfTrailingZeros(settled.holders());
        return canServe(state, holder);
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
        boolean moved = settled.hasOneHolder() && settledAgain.holders() != settled.holders();
        boolean toABalancer = !balances(after, settled) && balances(after, settledAgain);
        return moved && !toABalancer && (isServed(before, settled) || !isServed(after, settledAgain));
    }

    private static boolean balances(RackState state, Settled settled) {
        return settled.hasOneHolder()
                && state.isUp(Integer.numberOfTrailingZeros(settled.holders()), Component.HAPROXY);
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

    private int winners(RackState state, int holders) {
        int winners = 0;
        int highest = 0;
        for (int i = 0; i < masters(); i++) {
            if (isElectable(state, i)) {
                int priority = effectivePriority(state, i, (holders & 1 << i) != 0);
                winners = priority > highest ? 1 << i : priority == highest ? winners | 1 << i : winners;
                highest = Math.max(highest, priority);
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
