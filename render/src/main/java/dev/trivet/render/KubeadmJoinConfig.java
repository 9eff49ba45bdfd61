package dev.trivet.render;

import dev.trivet.artifact.FileMode;
import dev.trivet.artifact.Placeholder;
import java.util.Optional;

/**
 * kubeadm-join.yaml: what {@code kubeadm join --config} reads on the other masters. Its secrets are placeholders, minted
 * just before the join.
 */
final class KubeadmJoinConfig implements ArtifactRenderer {

    @Override
    public String path() {
        return NodePaths.KUBEADM_JOIN;
    }

    @Override
    public FileMode mode() {
        return FileMode.PRIVATE;
    }

    @Override
    public Optional<String> render(Target target) {
        if (target.isFirst()) {
            return Optional.empty();
        }
        var document = KubeadmDocument.of(target.cluster().kubeadm().configApi(), "JoinConfiguration");
        var discovery = document.putObject("discovery").putObject("bootstrapToken");
        discovery
                .put("apiServerEndpoint", target.cluster().endpoint().toString())
                .put("token", Placeholder.BOOTSTRAP_TOKEN.text())
                .putArray("caCertHashes")
                .add(Placeholder.CA_CERT_HASH.text());
        document.putObject("controlPlane")
                .put("certificateKey", Placeholder.CERTIFICATE_KEY.text())
                .set("localAPIEndpoint", KubeadmDocument.localApiEndpoint(target));
        document.set("nodeRegistration", KubeadmDocument.nodeRegistration(target));
        return Optional.of(Yaml.write(document));
    }
}
