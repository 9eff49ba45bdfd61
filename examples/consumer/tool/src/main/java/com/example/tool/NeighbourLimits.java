package com.example.tool;

import dev.trivet.artifact.FileMode;
import dev.trivet.render.ArtifactRenderer;
import dev.trivet.render.Target;
import java.util.Optional;

/** A file of our own beside the standard ones: room in the kernel's table for every neighbour of a big subnet. */
final class NeighbourLimits implements ArtifactRenderer {

    static final String PATH = "/etc/sysctl.d/90-neighbours.conf";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public FileMode mode() {
        return FileMode.PUBLIC;
    }

    @Override
    public Optional<String> render(Target target) {
        return Optional.of("# " + target.master().name() + " of "
                + target.cluster().name() + "\n" + "net.ipv4.neigh.default.gc_thresh3 = 8192\n");
    }
}
