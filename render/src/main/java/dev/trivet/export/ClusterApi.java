package dev.trivet.export;

import dev.trivet.artifact.Artifacts;
import dev.trivet.artifact.FileMode;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Subnet;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A Cluster, for its networks and its endpoint, and a KubeadmControlPlane with all masters' files. */
record ClusterApi(ClusterApiVersion version, Infrastructure infrastructure) implements Export {

    @Override
    public Documents of(Cluster cluster, Artifacts artifacts) {
        if (cluster.masters().size() % 2 == 0) {
            throw new IllegalArgumentException("cluster " + cluster.name() + " has "
                    + cluster.masters().size()
                    + " masters, and Cluster API takes an odd number only; add one or take one out");
        }
        var controlPlane = new KubeadmControlPlane(version, infrastructure).of(cluster, artifacts);
        var text =
                Header.of(cluster) + YamlDocument.write(cluster(cluster)) + "---\n" + YamlDocument.write(controlPlane);
        return new Documents(List.of(new Document(cluster.name() + "/cluster-api.yaml", FileMode.PRIVATE, text)));
    }

    private ObjectNode cluster(Cluster cluster) {
        var document = YamlDocument.mapping()
                .put("apiVersion", "cluster.x-k8s.io/" + version.word())
                .put("kind", "Cluster");
        document.putObject("metadata").put("name", cluster.name());
        var spec = document.putObject("spec");
        putNetwork(spec.putObject("clusterNetwork"), cluster);
        spec.putObject("controlPlaneEndpoint")
                .put("host", withoutBrackets(cluster.endpoint().host()))
                .put("port", cluster.endpoint().port());
        spec.set(
                "controlPlaneRef",
                ObjectReference.controlPlaneOf(cluster, version).in(version));
        spec.set("infrastructureRef", infrastructure.clusterOf(cluster).in(version));
        return document;
    }

    private static void putNetwork(ObjectNode node, Cluster cluster) {
        node.put("apiServerPort", cluster.apiServerPort());
        putBlocks(node.putObject("pods"), cluster.network().podSubnets());
        putBlocks(node.putObject("services"), cluster.network().serviceSubnets());
        node.put("serviceDomain", cluster.network().dnsDomain());
    }

    private static void putBlocks(ObjectNode node, List<Subnet> subnets) {
        var blocks = node.putArray("cidrBlocks");
        subnets.forEach(subnet -> blocks.add(subnet.toString()));
    }

    /** Cluster API puts them around an IPv6 address itself. */
    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
