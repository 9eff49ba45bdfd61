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

    /** More looks in a row than any waiting asks for, so that the last one that counts is among them. */
    private static final int LOOKS = 6;

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
     * The mishap at each operation in turn. Left out is what would be the same again: what keeps from writing, where nothing is
     * written; a look that is one of many in a row; and what goes on, at a second look.
     */
    final List<FaultCase> cases(Mishap mishap, List<Operation> operations) {
        var counts = new HashMap<String, Integer>();
        var inARow = new HashMap<String, Integer>();
        var cases = new ArrayList<FaultCase>();
        int most = mishap.reach() == Mishap.Reach.ONCE ? LOOKS : 1;
        for (Operation operation : operations) {
            var master = operation.master();
            int number = counts.merge(master, 1, Integer::sum);
            boolean looks = operation.kind() == Operation.Kind.INSPECT;
            int row = looks ? inARow.merge(master, 1, Integer::sum) : 0;
            if (!looks) {
                inARow.remove(master);
            }
            if (row <= most && mishap.matters(operation.kind())) {
                cases.add(new FaultCase(this, List.of(new Injection(master, number, mishap)), 1));
            }
        }
        return cases;
    }
}
