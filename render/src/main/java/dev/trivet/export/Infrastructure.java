package dev.trivet.export;

import dev.trivet.spec.Cluster;
import java.util.regex.Pattern;

/**
 * The infrastructure provider that has the machines, such as Metal3. Its own objects are its users' to write: one of each kind
 * here, the cluster's named like the cluster, the machine template's like the cluster with {@code -control-plane} behind it.
 *
 * @param apiVersion the group and version of its types, such as {@code infrastructure.cluster.x-k8s.io/v1beta1}
 * @param clusterKind the kind of its cluster, such as {@code Metal3Cluster}
 * @param machineTemplateKind the kind of its machine template, such as {@code Metal3MachineTemplate}
 * @since 0.1.0
 */
public record Infrastructure(String apiVersion, String clusterKind, String machineTemplateKind) {

    private static final Pattern API_VERSION =
            Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*/v[a-z0-9]+");

    private static final Pattern KIND = Pattern.compile("[A-Za-z](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?");

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException when one is no group with a version, or no kind
     */
    public Infrastructure {
        if (!API_VERSION.matcher(apiVersion).matches()) {
            throw new IllegalArgumentException(
                    "API version " + apiVersion + " is not GROUP/VERSION; write it as in the provider's own objects");
        }
        requireKind(clusterKind);
        requireKind(machineTemplateKind);
    }

    private static void requireKind(String kind) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("kind " + kind + " is none; write it as in the provider's own objects");
        }
    }

    ObjectReference clusterOf(Cluster cluster) {
        return new ObjectReference(apiVersion, clusterKind, cluster.name());
    }

    ObjectReference machineTemplateOf(Cluster cluster) {
        return new ObjectReference(apiVersion, machineTemplateKind, cluster.name() + ObjectReference.CONTROL_PLANE);
    }
}
