package dev.trivet.render;

import dev.trivet.artifact.FileMode;
import java.util.Optional;

/** haproxy.yaml: HAProxy as a static pod. */
final class HaproxyManifest implements ArtifactRenderer {

    @Override
    public String path() {
        return NodePaths.HAPROXY_MANIFEST;
    }

    @Override
    public FileMode mode() {
        return FileMode.PRIVATE;
    }

    /** Its liveness is its own: one that went through the API server would restart HAProxy when the API is down. */
    @Override
    public Optional<String> render(Target target) {
        var container = StaticPod.container("haproxy", target.cluster().images().haproxy())
                .withNewLivenessProbe()
                .withNewHttpGet()
                .withHost("127.0.0.1")
                .withPath("/live")
                .withNewPort(target.cluster().balancer().monitorPort())
                .endHttpGet()
                .withInitialDelaySeconds(5)
                .withPeriodSeconds(5)
                .withTimeoutSeconds(3)
                .withFailureThreshold(3)
                .endLivenessProbe()
                .withNewLifecycle()
                .withNewPreStop()
                .withNewExec()
                .withCommand("/bin/sh", "-c", "kill -USR1 1; sleep " + (Drain.seconds(target.cluster()) + 1))
                .endExec()
                .endPreStop()
                .endLifecycle()
                .addToVolumeMounts(StaticPod.mountAt("/usr/local/etc/haproxy"))
                .build();
        return Optional.of(StaticPod.manifest(target, NodePaths.HAPROXY_FOLDER, container));
    }
}
