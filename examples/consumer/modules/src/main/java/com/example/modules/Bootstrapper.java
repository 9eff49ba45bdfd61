package com.example.modules;

import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.exec.Report;
import dev.trivet.render.Renderers;
import dev.trivet.spec.ClusterYaml;
import dev.trivet.ssh.HostKeys;
import dev.trivet.ssh.SshExecutor;
import java.nio.file.Path;

/** From a spec's text to a control plane. */
final class Bootstrapper {

    private final String spec;

    Bootstrapper(String spec) {
        this.spec = spec;
    }

    Report run(NodeExecutor executor) {
        var cluster = ClusterYaml.read(spec).validate().orThrow();
        var artifacts = Renderers.standard().render(cluster);
        return ControlPlane.of(cluster, artifacts).over(executor).apply(event -> {});
    }

    Report runOverSsh(Path key, HostKeys known) {
        try (var ssh = SshExecutor.as("root").identity(key).trusting(known).open()) {
            return run(ssh);
        }
    }
}
