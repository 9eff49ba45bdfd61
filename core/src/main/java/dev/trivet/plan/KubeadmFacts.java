package dev.trivet.plan;

import java.util.Optional;
import java.util.Set;

/**
 * What kubeadm has done on a master.
 *
 * @param version kubeadm's version, such as {@code v1.34.2}
 * @param leavings the paths of what it wrote and that would be in its way
 * @param authority the cluster's CA
 * @param endpoint the control-plane endpoint's URL that the administrator's kubeconfig names
 * @param markedAsMaster whether the API server says that this node is a master
 * @since 0.1.0
 */
public record KubeadmFacts(
        Optional<String> version,
        Set<String> leavings,
        Optional<Authority> authority,
        Optional<String> endpoint,
        Answer markedAsMaster) {

    /** Copies the set. */
    public KubeadmFacts {
        leavings = Set.copyOf(leavings);
    }

    /** The version and how far it came; what it left is counted. */
    @Override
    public String toString() {
        return "kubeadm " + version.orElse("of no version") + ", " + Words.count(leavings.size(), "leaving")
                + ", endpoint " + endpoint.orElse("none") + ", marked as master: " + Words.of(markedAsMaster);
    }
}
