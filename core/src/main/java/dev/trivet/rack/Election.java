package dev.trivet.rack;

import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.FailoverModel;
import dev.trivet.failover.Fault;
import dev.trivet.failover.Replay;
import dev.trivet.spec.Cluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who holds the virtual IP, by the failover model: it is told of every change, one after the other. */
final class Election {

    private final Replay replay;
    private final Map<Fault, Condition> told = new HashMap<>();

    Election(Cluster cluster) {
        this.replay = Replay.of(FailoverModel.standard(cluster));
    }

    void tell(String master, Component component, Condition condition) {
        var key = new Fault(master, component, Condition.UP);
        var before = Optional.ofNullable(told.put(key, condition)).orElse(Condition.UP);
        if (before != condition) {
            replay.apply(new Fault(master, component, condition));
        }
    }

    List<String> holders() {
        return replay.now().holders();
    }
}
