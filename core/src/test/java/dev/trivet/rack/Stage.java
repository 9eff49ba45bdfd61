package dev.trivet.rack;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rack, what is wanted of it, and what it had at our files' places at the beginning. */
final class Stage {

    private final Cluster cluster;
    private final InMemoryExecutor rack;
    private final Artifacts wanted;
    private final Map<String, String> before = new HashMap<>();

    Stage(Cluster cluster, InMemoryExecutor rack, Artifacts wanted) {
        this.cluster = cluster;
        this.rack = rack;
        this.wanted = wanted;
        machines()
                .forEach(machine -> wanted(machine)
                        .forEach(artifact -> machine.file(artifact.path())
                                .ifPresent(text -> before.put(machine.name() + artifact.path(), text))));
    }

    InMemoryExecutor rack() {
        return rack;
    }

    ControlPlane controlPlane(NodeExecutor executor) {
        return ControlPlane.of(cluster, wanted).over(executor);
    }

    List<RackMachine> machines() {
        return cluster.masters().stream().map(Master::name).map(rack::machine).toList();
    }

    List<Artifact> wanted(RackMachine machine) {
        return wanted.of(machine.name());
    }

    Optional<String> before(RackMachine machine, String path) {
        return Optional.ofNullable(before.get(machine.name() + path));
    }

    /** Every file of every machine with its content. */
    Map<String, String> files() {
        var files = new HashMap<String, String>();
        machines()
                .forEach(machine -> machine.files()
                        .forEach(path -> files.put(
                                machine.name() + path, machine.file(path).orElse(""))));
        return files;
    }
}
