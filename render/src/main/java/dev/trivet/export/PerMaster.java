package dev.trivet.export;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.artifact.FileMode;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.List;

/** An export of one document a master. */
interface PerMaster extends Export {

    String fileName();

    FileMode mode();

    String text(Cluster cluster, Master master, List<Artifact> files);

    @Override
    default Documents of(Cluster cluster, Artifacts artifacts) {
        return new Documents(cluster.masters().stream()
                .map(master -> new Document(
                        master.name() + "/" + fileName(), mode(), text(cluster, master, artifacts.of(master.name()))))
                .toList());
    }
}
