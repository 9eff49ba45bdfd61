package dev.trivet.plan;

import dev.trivet.spec.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checks of kubeadm that its own leavings break, so that a run that was cut off is continued by the same command. Only
 * for leavings that are proved to be ours.
 */
final class Leavings {

    /** Everything that kubeadm asks to be absent, {@code init} and {@code join}. */
    private static final List<String> FILES = List.of(
            "/etc/kubernetes/manifests/kube-apiserver.yaml",
            "/etc/kubernetes/manifests/kube-controller-manager.yaml",
            "/etc/kubernetes/manifests/kube-scheduler.yaml",
            "/etc/kubernetes/manifests/etcd.yaml",
            "/etc/kubernetes/kubelet.conf",
            "/etc/kubernetes/bootstrap-kubelet.conf",
            "/etc/kubernetes/pki/ca.crt");

    private static final String ETCD_DATA = "/var/lib/etcd";

    private Leavings() {}

    static List<String> brokenChecks(Cluster cluster, MasterFacts facts) {
        if (Continuation.of(facts.membership()) != Continuation.AGAIN) {
            return List.of();
        }
        var leavings = facts.kubeadm().leavings();
        var checks = new ArrayList<String>();
        FILES.stream()
                .filter(leavings::contains)
                .map(path -> "FileAvailable-" + path.replace('/', '-'))
                .forEach(checks::add);
        if (leavings.contains(ETCD_DATA)) {
            checks.add("DirAvailable-" + ETCD_DATA.replace('/', '-'));
        }
        if (leavings.stream().anyMatch(path -> path.startsWith("/etc/kubernetes/manifests/"))) {
            checks.add("DirAvailable--etc-kubernetes-manifests");
        }
        // What does not listen now may do so in a second, for the kubelet goes on by itself.
        Stream.of(cluster.apiServerPort(), 10250, 10257, 10259, 2379, 2380)
                .map(port -> "Port-" + port)
                .forEach(checks::add);
        return checks;
    }
}
