package dev.trivet.export;

import dev.trivet.artifact.Artifacts;
import dev.trivet.spec.Cluster;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Cluster API's kind for masters made by kubeadm. */
record KubeadmControlPlane(ClusterApiVersion version, Infrastructure infrastructure) {

    /** With fewer, Cluster API refuses to take a machine out before its successor is there. */
    private static final int FEWEST_WITHOUT_SURGE = 3;

    /** Before 1.23, join refuses the manifests folder once the load balancer's manifests are in it. */
    private static final int FIRST_JOIN_WITH_MANIFESTS = 23;

    ObjectNode of(Cluster cluster, Artifacts artifacts) {
        var self = ObjectReference.controlPlaneOf(cluster, version);
        var document =
                YamlDocument.mapping().put("apiVersion", self.apiVersion()).put("kind", self.kind());
        document.putObject("metadata").put("name", self.name());
        var spec = document.putObject("spec");
        spec.put("replicas", cluster.masters().size());
        spec.put("version", cluster.kubernetesVersion().toString());
        putMachineTemplate(spec.putObject("machineTemplate"), cluster);
        if (cluster.masters().size() >= FEWEST_WITHOUT_SURGE) {
            putRollout(spec);
        }
        putKubeadmConfig(spec.putObject("kubeadmConfigSpec"), cluster, artifacts);
        return document;
    }

    private void putMachineTemplate(ObjectNode template, Cluster cluster) {
        var owner = version == ClusterApiVersion.V1BETA1 ? template : template.putObject("spec");
        owner.set("infrastructureRef", infrastructure.machineTemplateOf(cluster).in(version));
    }

    /** A machine more than there are addresses would be none of the masters. */
    private void putRollout(ObjectNode spec) {
        var strategy = version == ClusterApiVersion.V1BETA1
                ? spec.putObject("rolloutStrategy")
                : spec.putObject("rollout").putObject("strategy");
        strategy.put("type", "RollingUpdate").putObject("rollingUpdate").put("maxSurge", 0);
    }

    private void putKubeadmConfig(ObjectNode config, Cluster cluster, Artifacts artifacts) {
        putClusterConfiguration(config.putObject("clusterConfiguration"), cluster);
        var init = config.putObject("initConfiguration");
        init.set("localAPIEndpoint", localApiEndpoint(cluster));
        init.set("nodeRegistration", nodeRegistration(cluster));
        var join = config.putObject("joinConfiguration");
        join.putObject("controlPlane").set("localAPIEndpoint", localApiEndpoint(cluster));
        join.set("nodeRegistration", nodeRegistration(cluster));
        var files = config.putArray("files");
        SharedFiles.of(cluster, artifacts).forEach(file -> files.add(ConfigFile.of(file)));
        // As a string, it is a line of the script that kubeadm is run by as well: that ends here, and kubeadm is not
        // run.
        config.putArray("preKubeadmCommands").add(MasterChoice.PATH + " || exit 1");
    }

    /** Networks, version and name are the Cluster's; Cluster API passes them on. */
    private static void putClusterConfiguration(ObjectNode node, Cluster cluster) {
        node.put("controlPlaneEndpoint", cluster.endpoint().toString());
        var sans = node.putObject("apiServer").putArray("certSANs");
        cluster.certSans().forEach(sans::add);
        cluster.kubeadm().imageRepository().ifPresent(repository -> node.put("imageRepository", repository));
    }

    private static ObjectNode localApiEndpoint(Cluster cluster) {
        return YamlDocument.mapping()
                .put("advertiseAddress", MasterChoice.ADVERTISE_ADDRESS)
                .put("bindPort", cluster.apiServerPort());
    }

    /** The node's name is left to the provider, which knows its machines by their host names. */
    private ObjectNode nodeRegistration(Cluster cluster) {
        var node = YamlDocument.mapping();
        cluster.kubeadm().criSocket().ifPresent(socket -> node.put("criSocket", socket));
        var ignored = ignoredPreflightErrors(cluster);
        if (!ignored.isEmpty()) {
            var list = node.putArray("ignorePreflightErrors");
            ignored.forEach(list::add);
        }
        if (version == ClusterApiVersion.V1BETA1) {
            node.putObject("kubeletExtraArgs").put("node-ip", MasterChoice.NODE_IP);
        } else {
            node.putArray("kubeletExtraArgs").addObject().put("name", "node-ip").put("value", MasterChoice.NODE_IP);
        }
        return node;
    }

    private static List<String> ignoredPreflightErrors(Cluster cluster) {
        var ignored = cluster.kubeadm().ignorePreflightErrors().stream();
        var manifests = cluster.kubernetesVersion().minor() < FIRST_JOIN_WITH_MANIFESTS
                ? Stream.of("DirAvailable--etc-kubernetes-manifests")
                : Stream.<String>empty();
        return Stream.concat(ignored, manifests).distinct().toList();
    }
}
