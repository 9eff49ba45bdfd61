package dev.trivet.render;

import dev.trivet.artifact.FileMode;
import java.util.Optional;

/** holds_vip.sh: whether this master has the virtual IP now, which is worth the holder's bonus. */
final class HoldsVipScript implements ArtifactRenderer {

    @Override
    public String path() {
        return NodePaths.HOLDS_VIP_SCRIPT;
    }

    @Override
    public FileMode mode() {
        return FileMode.PRIVATE_SCRIPT;
    }

    @Override
    public Optional<String> render(Target target) {
        return Optional.of(
                """
                #!/bin/sh
                %s
                # Succeeds on the master that has the virtual IP now.
                ip -o addr show | grep -qF ' %s/'
                """.formatted(Header.LINE, target.cluster().virtualRouter().address()));
    }
}
