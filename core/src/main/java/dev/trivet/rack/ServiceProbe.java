package dev.trivet.rack;

import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.plan.ActivityFacts;
import dev.trivet.plan.Answer;
import dev.trivet.plan.EtcdFacts;
import dev.trivet.plan.FrontFacts;
import dev.trivet.plan.ServiceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks what runs on a machine how it is. */
record ServiceProbe(Simulation simulation, MachineState machine) {

    ActivityFacts activity() {
        var listeners = new ArrayList<ActivityFacts.Listener>();
        var processes = new ArrayList<ActivityFacts.RunningProcess>();
        if (Kubelet.isConfigured(machine.files())) {
            listeners.add(new ActivityFacts.Listener(10250, "*", "kubelet"));
            processes.add(new ActivityFacts.RunningProcess("kubelet", 1));
        }
        for (StaticPod pod : StaticPod.values()) {
            machine.kubelet().find(pod).filter(running -> machine.runs(pod)).ifPresent(running -> {
                pod.ports(simulation.cluster())
                        .forEach(port -> listeners.add(new ActivityFacts.Listener(port, "*", pod.program())));
                processes.add(new ActivityFacts.RunningProcess(pod.program(), running.id()));
            });
        }
        return new ActivityFacts(listeners, processes, machine.jobs().statuses());
    }

    ServiceFacts services() {
        var services = simulation.services();
        return new ServiceFacts(
                hangs(StaticPod.API_SERVER, Component.API_SERVER)
                        ? Answer.UNKNOWN
                        : yesIf(services.isApiServerReady(machine)),
                balancer(),
                etcd(),
                front());
    }

    private Answer balancer() {
        if (hangs(StaticPod.HAPROXY, Component.HAPROXY)) {
            return Answer.UNKNOWN;
        }
        return yesIf(machine.isWell(StaticPod.HAPROXY, simulation.now())
                && simulation.services().served().isPresent());
    }

    /** Without a quorum, etcd tells nobody its members. */
    private EtcdFacts etcd() {
        boolean healthy = simulation.services().isEtcdHealthy(machine);
        var members = simulation
                .clusterOf(machine)
                .filter(kube -> healthy)
                .map(kube -> kube.etcd().facts());
        return new EtcdFacts(yesIf(healthy), members.orElse(List.of()));
    }

    private FrontFacts front() {
        var holders = simulation.services().holders();
        if (holders.isEmpty()) {
            return new FrontFacts(Answer.NO, Optional.empty(), FrontFacts.Kind.NOT_READY);
        }
        var mac = holders.contains(machine.name())
                ? Optional.<String>empty()
                : Optional.of(simulation.machine(holders.get(0)).hardwareAddress());
        return new FrontFacts(Answer.YES, mac, kind());
    }

    private FrontFacts.Kind kind() {
        var front = simulation.services().front();
        var own = simulation.clusterOf(machine);
        if (front.isEmpty() || own.isEmpty()) {
            return FrontFacts.Kind.NOT_READY;
        }
        return front.equals(own) ? FrontFacts.Kind.READY : FrontFacts.Kind.OTHER_AUTHORITY;
    }

    private boolean hangs(StaticPod pod, Component component) {
        return machine.runs(pod) && machine.condition(component) == Condition.FROZEN;
    }

    private static Answer yesIf(boolean holds) {
        return holds ? Answer.YES : Answer.NO;
    }
}
