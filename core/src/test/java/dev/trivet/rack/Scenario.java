package dev.trivet.rack;

import dev.trivet.artifact.FileMode;
import dev.trivet.spec.Cluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What a run finds, and what it is to make of it. */
enum Scenario {
    /** Three bare machines, one with a file of its administrator at a place of ours. */
    BOOTSTRAP {
        @Override
        Stage prepare(Cluster cluster) {
            var rack = InMemoryExecutor.of(cluster);
            rack.machine("m2").write(Racks.HAPROXY, FileMode.PUBLIC, "the administrator's own\n");
            return new Stage(cluster, rack, Racks.artifacts(cluster));
        }
    },
    /** HAProxy gets another setting on every master. */
    ROLLING_CHANGE {
        @Override
        Stage prepare(Cluster cluster) {
            return new Stage(cluster, Racks.running(cluster), Racks.artifacts(cluster, "global\n  maxconn 9000\n"));
        }
    },
    /** On every master something was changed by hand. */
    DRIFT_REPAIR {
        @Override
        Stage prepare(Cluster cluster) {
            var rack = Racks.running(cluster);
            change(rack.machine("m1"), Racks.KEEPALIVED);
            rack.machine("m2").delete(Racks.HAPROXY_MANIFEST);
            change(rack.machine("m3"), Racks.HAPROXY);
            change(rack.machine("m3"), "/etc/trivet/kubeadm-join.yaml");
            return new Stage(cluster, rack, Racks.artifacts(cluster));
        }
    };

    abstract Stage prepare(Cluster cluster);

    final Stage prepare() {
        return prepare(Racks.cluster(3));
    }

    private static void change(RackMachine machine, String path) {
        machine.write(path, FileMode.PRIVATE, machine.file(path).orElseThrow() + "# changed by hand\n");
    }

    /** What a run does when nothing goes wrong. */
    final List<Operation> operations() {
        var stage = prepare();
        int before = stage.rack().operations().size();
        stage.controlPlane(stage.rack()).apply(event -> {}).orThrow();
        var all = stage.rack().operations();
        return all.subList(before, all.size());
    }

    /**
     * The mishap at each operation in turn: but what only keeps from writing, where something is written, and what goes on,
     * not again where a look repeats the one before.
     */
    final List<FaultCase> cases(Mishap mishap, List<Operation> operations) {
        var counts = new HashMap<String, Integer>();
        var before = new HashMap<String, Operation.Kind>();
        var cases = new ArrayList<FaultCase>();
        for (Operation operation : operations) {
            int number = counts.merge(operation.master(), 1, Integer::sum);
            boolean repeats = operation.kind() == before.put(operation.master(), operation.kind());
            if (mishap.matters(operation.kind()) && (mishap.reach() == Mishap.Reach.ONCE || !repeats)) {
                cases.add(new FaultCase(this, List.of(new Injection(operation.master(), number, mishap)), 1));
            }
        }
        return cases;
    }
}
