package dev.trivet.export;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.plan.NodeFiles;
import dev.trivet.spec.Cluster;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that every machine gets where all get the same: in its place what is alike on all masters, in a folder a master what
 * is not, and a script that takes the right folder's. kubeadm's own files are left out, for Cluster API writes those itself.
 */
final class SharedFiles {

    private SharedFiles() {}

    static List<Artifact> of(Cluster cluster, Artifacts artifacts) {
        var shared = new ArrayList<Artifact>();
        var first = artifacts.of(cluster.masters().get(0).name());
        first.stream().filter(file -> isForAll(cluster, artifacts, file)).forEach(shared::add);
        for (var master : cluster.masters()) {
            artifacts.of(master.name()).stream()
                    .filter(file -> !isKubeadms(file) && !isForAll(cluster, artifacts, file))
                    .map(file -> new Artifact(MasterChoice.folderOf(master) + file.path(), file.mode(), file.text()))
                    .forEach(shared::add);
        }
        shared.add(MasterChoice.script(cluster));
        return shared;
    }

    private static boolean isForAll(Cluster cluster, Artifacts artifacts, Artifact file) {
        return !isKubeadms(file)
                && cluster.masters().stream()
                        .allMatch(master -> artifacts.of(master.name()).contains(file));
    }

    private static boolean isKubeadms(Artifact file) {
        return List.of(NodeFiles.KUBEADM_INIT, NodeFiles.KUBEADM_JOIN).contains(file.path());
    }
}
