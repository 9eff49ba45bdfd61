package dev.trivet.render;

import dev.trivet.artifact.FileMode;
import java.util.Optional;

/** keepalived.yaml: keepalived as a static pod. */
final class KeepalivedManifest implements ArtifactRenderer {

    @Override
    public String path() {
        return NodePaths.KEEPALIVED_MANIFEST;
    }

    @Override
    public FileMode mode() {
        return FileMode.PRIVATE;
    }

    /** The image reads its configuration below /usr/local; the configuration names its scripts below /etc. */
    @Override
    public Optional<String> render(Target target) {
        var container = StaticPod.container(
                        "keepalived", target.cluster().images().keepalived())
                .withNewSecurityContext()
                .withNewCapabilities()
                .addToAdd("NET_ADMIN", "NET_BROADCAST", "NET_RAW", "SYS_NICE")
                .endCapabilities()
                .endSecurityContext()
                .addToVolumeMounts(
                        StaticPod.mountAt("/usr/local/etc/keepalived"), StaticPod.mountAt(NodePaths.KEEPALIVED_FOLDER))
                .build();
        return Optional.of(StaticPod.manifest(target, NodePaths.KEEPALIVED_FOLDER, container));
    }
}
