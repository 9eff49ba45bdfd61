package dev.trivet.failover;

import java.util.ArrayList;
import java.util.List;

/**
 * The few states that stand for all: who holds the address, and whether clients are served, depends on nothing but which
 * speakers are heard, which of their masters' balancers work, and what the balancers see of the API servers.
 *
 * <p>A dead speaker stands for a node that is cut off, a dead component for a frozen one, and dead API servers for ones that
 * lost etcd's quorum. What is left are three conditions a master and two or four of the API servers together.
 */
final class Representatives {

    private static final List<Component> PER_MASTER = List.of(Component.KEEPALIVED, Component.HAPROXY);

    private Representatives() {}

    static List<RackState> of(FailoverModel model) {
        var states = apiServers(model);
        for (int i = 0; i < model.masters().size(); i++) {
            var more = new ArrayList<RackState>();
            for (RackState state : states) {
                more.add(state);
                for (Component component : PER_MASTER) {
                    more.add(state.with(i, component, Condition.DOWN));
                }
            }
            states = more;
        }
        return states;
    }

    /** The states that one repair leads to, or one that also brings etcd's quorum back. */
    static List<RackState> repaired(RackState state) {
        var repaired = new ArrayList<RackState>();
        var allServe = withApiServers(state, Condition.UP);
        for (int i = 0; i < state.masters(); i++) {
            for (Component component : PER_MASTER) {
                if (!state.isUp(i, component)) {
                    var up = state.with(i, component, Condition.UP);
                    repaired.add(up);
                    repaired.add(withApiServers(up, Condition.UP));
                    // A master that is heard again may have lost its balancer meanwhile.
                    repaired.add(up.with(i, Component.HAPROXY, Condition.DOWN));
                }
            }
        }
        repaired.add(allServe);
        repaired.removeIf(state::equals);
        return repaired;
    }

    static RackState withApiServers(RackState state, Condition condition) {
        var changed = state;
        for (int i = 0; i < state.masters(); i++) {
            changed = changed.with(i, Component.API_SERVER, condition);
        }
        return changed;
    }

    /** All well, all dead; and where errors are taken for answers, one or all of them answering errors. */
    private static List<RackState> apiServers(FailoverModel model) {
        var allWell = RackState.allWell(model.masters().size());
        var states = new ArrayList<>(List.of(allWell, withApiServers(allWell, Condition.DOWN)));
        if (model.view().takesErrors()) {
            states.add(allWell.with(0, Component.API_SERVER, Condition.ERRORS));
            states.add(withApiServers(allWell, Condition.ERRORS));
        }
        return states;
    }
}
