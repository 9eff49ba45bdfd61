package dev.trivet.exec;

import dev.trivet.artifact.Artifact;
import dev.trivet.spec.Cluster;
import java.util.List;

/**
 * What is asked of a master: everything that a plan for this cluster needs.
 *
 * @param cluster the cluster that the master belongs to, or is to belong to
 * @param files the master's files as they should be; the content of others comes back
 * @since 0.1.0
 */
public record Inquiry(Cluster cluster, List<Artifact> files) {

    /** Copies the list. */
    public Inquiry {
        files = List.copyOf(files);
    }

    /**
     * The images asked about.
     *
     * @return image references
     */
    public List<String> images() {
        return List.of(cluster.images().keepalived(), cluster.images().haproxy());
    }

    /**
     * The programs asked about: kubeadm, what it needs itself, and what the scripts of this package need.
     *
     * @return the programs' names
     */
    public List<String> commands() {
        return List.of(
                "kubeadm",
                "kubelet",
                "crictl",
                "conntrack",
                "ip",
                "iptables",
                "mount",
                "nsenter",
                "ss",
                "curl",
                "flock",
                "setsid",
                "timeout",
                "base64",
                "sha256sum");
    }

    /** Whose masters are asked. */
    @Override
    public String toString() {
        return "all there is to know of a master of " + cluster.name();
    }
}
