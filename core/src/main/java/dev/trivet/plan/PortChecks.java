package dev.trivet.plan;

import dev.trivet.plan.ActivityFacts.Listener;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ports that a new master needs are free, or taken by what is ours already. */
final class PortChecks {

    private static final Map<Integer, String> KUBERNETES =
            Map.of(10250, "kubelet", 10257, "kube-controller", 10259, "kube-scheduler", 2379, "etcd", 2380, "etcd");

    private PortChecks() {}

    static void check(Situation situation, List<Blocker> blockers) {
        var needed = needed(situation.cluster());
        situation.forEachNewcomer((master, facts) -> facts.activity().listeners().stream()
                .filter(listener -> needed.containsKey(listener.port()))
                .filter(listener -> !isOurs(listener, needed, facts))
                .filter(listener -> !situation.isIgnored("Port-" + listener.port()))
                .distinct()
                .forEach(listener -> blockers.add(taken(master, listener))));
    }

    /** Who listens where, as far as the kernel tells a program's name. */
    private static Map<Integer, String> needed(Cluster cluster) {
        var needed = new HashMap<Integer, String>(KUBERNETES);
        needed.put(cluster.apiServerPort(), "kube-apiserver");
        needed.put(cluster.balancer().port(), "haproxy");
        needed.put(cluster.balancer().monitorPort(), "haproxy");
        return needed;
    }

    /** Before kubeadm has begun, only the balancer can be ours: its manifest may have been put by a run that was cut off. */
    private static boolean isOurs(Listener listener, Map<Integer, String> needed, MasterFacts facts) {
        boolean begun = facts.membership() != Membership.NONE;
        boolean balancerPut = !(facts.file(NodeFiles.HAPROXY_MANIFEST) instanceof FileFacts.Absent);
        return listener.program().equals(needed.get(listener.port()))
                && (begun || (balancerPut && listener.program().equals("haproxy")));
    }

    private static Blocker taken(Master master, Listener listener) {
        return Blocker.at(
                master.name(),
                BlockerKind.PORT_TAKEN,
                "port " + listener.port() + " on " + listener.address() + " is taken by " + listener.program(),
                "stop " + listener.program() + ", or choose another port where the spec has one for it");
    }
}
