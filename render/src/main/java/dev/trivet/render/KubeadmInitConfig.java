package dev.trivet.render;

import dev.trivet.artifact.FileMode;
import dev.trivet.spec.Cluster;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** kubeadm-init.yaml: what {@code kubeadm init --config} reads on the first master. */
final class KubeadmInitConfig implements ArtifactRenderer {

    @Override
    public String path() {
        return NodePaths.KUBEADM_INIT;
    }

    @Override
    public FileMode mode() {
        return FileMode.PRIVATE;
    }

    @Override
    public Optional<String> render(Target target) {
        return target.isFirst()
                ? Optional.of(Yaml.write(initConfiguration(target), clusterConfiguration(target.cluster())))
                : Optional.empty();
    }

    /** kubeadm makes a token of its own, for a day: here it is known as ours by its description, and soon over. */
    private static ObjectNode initConfiguration(Target target) {
        var document = KubeadmDocument.of(target.cluster().kubeadm().configApi(), "InitConfiguration");
        document.putArray("bootstrapTokens")
                .addObject()
                .put("description", "Trivet: init")
                .put("ttl", "30m");
        document.set("localAPIEndpoint", KubeadmDocument.localApiEndpoint(target));
        document.set("nodeRegistration", KubeadmDocument.nodeRegistration(target));
        return document;
    }

    private static ObjectNode clusterConfiguration(Cluster cluster) {
        var document = KubeadmDocument.of(cluster.kubeadm().configApi(), "ClusterConfiguration")
                .put("clusterName", cluster.name())
                .put("kubernetesVersion", cluster.kubernetesVersion().toString())
                .put("controlPlaneEndpoint", cluster.endpoint().toString());
        var sans = document.putObject("apiServer").putArray("certSANs");
        cluster.certSans().forEach(sans::add);
        document.putObject("networking")
                .put("podSubnet", KubeadmDocument.joined(cluster.network().podSubnets()))
                .put("serviceSubnet", KubeadmDocument.joined(cluster.network().serviceSubnets()))
                .put("dnsDomain", cluster.network().dnsDomain());
        cluster.kubeadm().imageRepository().ifPresent(repository -> document.put("imageRepository", repository));
        return document;
    }
}
