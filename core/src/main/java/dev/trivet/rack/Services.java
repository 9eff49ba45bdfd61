package dev.trivet.rack;

import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.spec.Cluster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What answers on the rack, and where: etcd, the API servers, the virtual IP. */
final class Services {

    private final Simulation simulation;
    private final Election election;

    Services(Simulation simulation, Cluster cluster) {
        this.simulation = simulation;
        this.election = new Election(cluster);
    }

    boolean isEtcdHealthy(MachineState machine) {
        return isMemberWell(machine)
                && simulation
                        .clusterOf(machine)
                        .filter(kube -> kube.etcd().has(machine.name()) && hasQuorum(kube))
                        .isPresent();
    }

    boolean hasQuorum(KubeCluster kube) {
        return seen(kube).hasQuorum();
    }

    /** That of the cluster founded first. */
    RackEtcd etcd() {
        return simulation.clusters().stream()
                .findFirst()
                .map(this::seen)
                .orElse(new RackEtcd(Set.of(), Set.of(), Set.of()));
    }

    private RackEtcd seen(KubeCluster kube) {
        return kube.etcd().seen(name -> isMemberWell(simulation.machine(name)));
    }

    private boolean isMemberWell(MachineState machine) {
        return machine.answers() && machine.isWell(StaticPod.ETCD, simulation.now());
    }

    boolean isApiServerReady(MachineState machine) {
        return machine.answers() && machine.isWell(StaticPod.API_SERVER, simulation.now()) && isEtcdHealthy(machine);
    }

    List<String> holders() {
        return election.holders();
    }

    boolean holds(MachineState machine) {
        return holders().contains(machine.name());
    }

    /** The one that serves of the API servers behind every HAProxy: any that is ready. */
    private Optional<MachineState> server() {
        return simulation.machines().stream().filter(this::isApiServerReady).findFirst();
    }

    /** The server's cluster. */
    Optional<KubeCluster> served() {
        return server().flatMap(simulation::clusterOf);
    }

    /** The time at which the server takes a token for expired or not. */
    Instant serverClock() {
        return server().map(simulation::clock).orElseGet(simulation::now);
    }

    /** The cluster that answers at the virtual IP. */
    Optional<KubeCluster> front() {
        var holders = holders();
        if (holders.size() != 1) {
            return Optional.empty();
        }
        var holder = simulation.machine(holders.get(0));
        return holder.answers() && holder.isWell(StaticPod.HAPROXY, simulation.now()) ? served() : Optional.empty();
    }

    /** Tells the election how everything is. */
    void elect() {
        simulation.machines().forEach(machine -> {
            tell(machine, Component.NODE, machine.answers() ? Condition.UP : Condition.DOWN);
            tell(machine, Component.API_SERVER, apiServer(machine));
            tell(machine, Component.HAPROXY, of(machine, StaticPod.HAPROXY, Component.HAPROXY));
            tell(machine, Component.KEEPALIVED, of(machine, StaticPod.KEEPALIVED, Component.KEEPALIVED));
        });
    }

    private void tell(MachineState machine, Component component, Condition condition) {
        election.tell(machine.name(), component, condition);
    }

    private Condition of(MachineState machine, StaticPod pod, Component component) {
        return machine.isStarted(pod, simulation.now()) ? machine.condition(component) : Condition.DOWN;
    }

    /** One that has no etcd is there, and not ready. */
    private Condition apiServer(MachineState machine) {
        var condition = of(machine, StaticPod.API_SERVER, Component.API_SERVER);
        return condition != Condition.UP || isApiServerReady(machine) ? condition : Condition.ERRORS;
    }
}
