package dev.trivet.rack;

import dev.trivet.failover.Condition;
import dev.trivet.failover.Fault;
import dev.trivet.spec.Cluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rack: its machines, the clusters that were founded on them, and time. Whoever looks or acts, locks it. */
final class Simulation {

    private static final Duration START_UP = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Map<String, MachineState> machines = new LinkedHashMap<>();
    private final List<KubeCluster> founded = new ArrayList<>();
    private final Timeline timeline = new Timeline();
    private final Tally tally = new Tally();
    private final Services services;

    Simulation(Cluster cluster) {
        this.cluster = cluster;
        this.services = new Services(this, cluster);
        cluster.masters().forEach(master -> machines.put(master.name(), new MachineState(master)));
        settle();
    }

    Cluster cluster() {
        return cluster;
    }

    Timeline timeline() {
        return timeline;
    }

    Tally tally() {
        return tally;
    }

    Services services() {
        return services;
    }

    Instant now() {
        return timeline.now();
    }

    Collection<MachineState> machines() {
        return machines.values();
    }

    MachineState machine(String name) {
        return Optional.ofNullable(machines.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no master is named " + name + "; there are " + machines.keySet()));
    }

    /** The time on a machine's own clock. */
    Instant clock(MachineState machine) {
        return now().plus(machine.clockAhead());
    }

    /** A CA is good from the moment on which its machine's clock shows. */
    KubeCluster found(MachineState machine) {
        var made = new KubeCluster(RackAuthority.number(founded.size()), clock(machine));
        founded.add(made);
        tally.founded();
        return made;
    }

    List<KubeCluster> clusters() {
        return List.copyOf(founded);
    }

    /** The cluster whose CA a machine has. */
    Optional<KubeCluster> clusterOf(MachineState machine) {
        return machine.files()
                .find(Paths.CA)
                .flatMap(file -> founded.stream()
                        .filter(made -> made.authority().pem().equals(file.text()))
                        .findFirst());
    }

    /** After every change: the kubelets look at their files, new etcd members start, and the address finds its holder. */
    void settle() {
        machines.values().stream().filter(machine -> !machine.isStarting()).forEach(machine -> {
            if (machine.kubelet().sync(machine.files(), now())) {
                settleAgain();
            }
            startEtcd(machine);
        });
        services.elect();
    }

    private void settleAgain() {
        for (StaticPod pod : StaticPod.values()) {
            timeline.after(pod.startUp(), this::settle);
        }
    }

    private void startEtcd(MachineState machine) {
        if (machine.isStarted(StaticPod.ETCD, now())) {
            clusterOf(machine).ifPresent(kube -> kube.etcd().start(machine.name()));
            machine.files().write(Paths.ETCD_DATA + "/member/snap/db", "");
        }
    }

    /** A component that is repaired is a new process; one that was well stays what it is. */
    void fail(Fault fault) {
        var machine = machine(fault.master());
        var before = machine.condition(fault.component());
        machine.setCondition(fault.component(), fault.condition());
        if (fault.condition() == Condition.UP && before != Condition.UP) {
            StaticPod.of(fault.component()).ifPresent(machine.kubelet()::stop);
        }
        if (!machine.answers()) {
            machine.setHold(Optional.empty());
        }
        settle();
    }

    void reboot(MachineState machine) {
        machine.jobs().killAll();
        machine.files().dropVolatile();
        machine.kubelet().stopAll();
        machine.setHold(Optional.empty());
        machine.setStarting(true);
        timeline.after(START_UP, () -> {
            machine.setStarting(false);
            settle();
        });
        settle();
    }
}
