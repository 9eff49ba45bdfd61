package dev.trivet.exec;

import dev.trivet.artifact.Artifact;
import dev.trivet.spec.Cluster;
import java.util.List;

/**
 * What is asked of a master: everything that a plan for this cluster needs, or less.
 *
 * @param cluster the cluster that the master belongs to, or is to belong to
 * @param files the master's files as they should be; the content of others comes back
 * @param software whether kubeadm's version, the container runtime, images and other programs are asked about
 * @since 0.1.0
 */
public record Inquiry(Cluster cluster, List<Artifact> files, boolean software) {

    private static final List<String> PROGRAMS = List.of(
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

    /** Copies the list. */
    public Inquiry {
        files = List.copyOf(files);
    }

    /**
     * Everything that a plan needs.
     *
     * @param cluster the cluster that the master belongs to, or is to belong to
     * @param files the master's files as they should be
     */
    public Inquiry(Cluster cluster, List<Artifact> files) {
        this(cluster, files, true);
    }

    /**
     * How far the master is and how the control plane's parts answer there: what is asked again and again while it comes up,
     * when its processors have enough to do.
     *
     * @param cluster the cluster that the master belongs to
     * @return a question about no file and no software
     */
    public static Inquiry ofHealth(Cluster cluster) {
        return new Inquiry(cluster, List.of(), false);
    }

    /**
     * The images asked about.
     *
     * @return image references; none where no software is asked about
     */
    public List<String> images() {
        return software
                ? List.of(cluster.images().keepalived(), cluster.images().haproxy())
                : List.of();
    }

    /**
     * The programs asked about: kubeadm, what it needs itself, and what the scripts of this package need.
     *
     * @return the programs' names; none where no software is asked about
     */
    public List<String> commands() {
        return software ? PROGRAMS : List.of();
    }

    /** What is asked, and whose masters. */
    @Override
    public String toString() {
        return (software ? "all there is to know of" : "the health of") + " a master of " + cluster.name();
    }
}
