package dev.trivet.rack;

import dev.trivet.failover.Component;
import dev.trivet.spec.Cluster;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The pods that the kubelet runs from files, as far as a control plane needs them. */
enum StaticPod {
    ETCD("etcd", "etcd", 2, "/etc/kubernetes/pki/etcd/ca.crt"),
    API_SERVER("kube-apiserver", "kube-apiserver", 4, Paths.CA),
    CONTROLLER_MANAGER("kube-controller-manager", "kube-controller", 2, "/etc/kubernetes/controller-manager.conf"),
    SCHEDULER("kube-scheduler", "kube-scheduler", 2, "/etc/kubernetes/scheduler.conf"),
    HAPROXY("haproxy", "haproxy", 1, "/etc/haproxy/haproxy.cfg"),
    KEEPALIVED("keepalived", "keepalived", 2, "/etc/keepalived/keepalived.conf");

    private final String podName;
    private final String program;
    private final int seconds;
    private final String needed;

    StaticPod(String podName, String program, int seconds, String needed) {
        this.podName = podName;
        this.program = program;
        this.seconds = seconds;
        this.needed = needed;
    }

    String podName() {
        return podName;
    }

    /** The program's name in the kernel's 15 letters. */
    String program() {
        return program;
    }

    String manifest() {
        return Paths.MANIFESTS + "/" + podName + ".yaml";
    }

    /** What it does not start without. */
    String needed() {
        return needed;
    }

    /** How long it takes until it answers. */
    Duration startUp() {
        return Duration.ofSeconds(seconds);
    }

    /** What of it the failover model knows. */
    Optional<Component> component() {
        return switch (this) {
            case API_SERVER -> Optional.of(Component.API_SERVER);
            case HAPROXY -> Optional.of(Component.HAPROXY);
            case KEEPALIVED -> Optional.of(Component.KEEPALIVED);
            case ETCD, CONTROLLER_MANAGER, SCHEDULER -> Optional.empty();
        };
    }

    /** The pod of a component; the machine itself is none. */
    static Optional<StaticPod> of(Component component) {
        return Arrays.stream(values())
                .filter(pod -> pod.component().filter(component::equals).isPresent())
                .findFirst();
    }

    List<Integer> ports(Cluster cluster) {
        return switch (this) {
            case ETCD -> List.of(2379, 2380);
            case API_SERVER -> List.of(cluster.apiServerPort());
            case CONTROLLER_MANAGER -> List.of(10257);
            case SCHEDULER -> List.of(10259);
            case HAPROXY ->
                List.of(cluster.balancer().port(), cluster.balancer().monitorPort());
            case KEEPALIVED -> List.of();
        };
    }
}
