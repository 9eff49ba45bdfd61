package dev.trivet.export;

import dev.trivet.spec.Cluster;
import tools.jackson.databind.node.ObjectNode;

/** How one object of Cluster API names another. */
record ObjectReference(String apiVersion, String kind, String name) {

    static final String CONTROL_PLANE = "-control-plane";

    static ObjectReference controlPlaneOf(Cluster cluster, ClusterApiVersion version) {
        return new ObjectReference(
                "controlplane.cluster.x-k8s.io/" + version.word(),
                "KubeadmControlPlane",
                cluster.name() + CONTROL_PLANE);
    }

    /** From v1beta2 on, Cluster API finds the version itself. */
    ObjectNode in(ClusterApiVersion version) {
        var node = YamlDocument.mapping();
        if (version == ClusterApiVersion.V1BETA1) {
            node.put("apiVersion", apiVersion);
        } else {
            node.put("apiGroup", apiVersion.substring(0, apiVersion.indexOf('/')));
        }
        return node.put("kind", kind).put("name", name);
    }
}
