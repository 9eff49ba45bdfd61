package dev.trivet.exec;

import dev.trivet.artifact.Artifact;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.Hashes;
import dev.trivet.plan.MasterFacts;
import dev.trivet.plan.NodeFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pods that a roll must restart on purpose. A program reads its configuration when it starts, and the kubelet starts it
 * anew only when its manifest changes: where a configuration alone is put back, nobody knows which one the program runs with.
 * So its manifest is put with a mark first, and then as it should be. That is two restarts, but whoever is cut off between
 * them leaves a manifest that the next run finds to be wrong.
 *
 * @param manifests those pods' manifests, as they should be
 */
record Restarts(List<Artifact> manifests) {

    private static final String MARK = "trivet.dev/restarting";

    private static final Map<String, String> MANIFESTS = Map.of(
            NodeFiles.HAPROXY_CONFIG, NodeFiles.HAPROXY_MANIFEST,
            NodeFiles.KEEPALIVED_CONFIG, NodeFiles.KEEPALIVED_MANIFEST);

    static Restarts of(List<FileChange> changes, List<Artifact> artifacts) {
        var paths = changes.stream().map(change -> change.artifact().path()).toList();
        return new Restarts(changes.stream()
                .filter(Restarts::changesText)
                .flatMap(change ->
                        Optional.ofNullable(MANIFESTS.get(change.artifact().path())).stream())
                .filter(manifest -> !paths.contains(manifest))
                .flatMap(manifest ->
                        artifacts.stream().filter(artifact -> artifact.path().equals(manifest)))
                .filter(manifest -> marked(manifest).isPresent())
                .toList());
    }

    private static boolean changesText(FileChange change) {
        return !(change.before() instanceof FileFacts.Present file)
                || !file.sha256().equals(Hashes.sha256(change.artifact().bytes()));
    }

    /** The marked manifests come first: if they come alone, the next run finds them and the configurations. */
    List<FileChange> before(List<FileChange> changes, MasterFacts facts) {
        return Stream.concat(
                        manifests.stream()
                                .flatMap(manifest -> marked(manifest).stream())
                                .map(manifest -> new FileChange(manifest, facts.file(manifest.path()))),
                        changes.stream())
                .toList();
    }

    List<FileChange> after(MasterFacts facts) {
        return manifests.stream()
                .map(manifest -> new FileChange(manifest, facts.file(manifest.path())))
                .toList();
    }

    /** A manifest that is no YAML mapping is not the kubelet's either. */
    static Optional<Artifact> marked(Artifact manifest) {
        try {
            if (NodeYaml.MAPPER.readTree(manifest.text()) instanceof ObjectNode tree) {
                tree.withObject("/metadata/annotations").put(MARK, "true");
                return Optional.of(
                        new Artifact(manifest.path(), manifest.mode(), NodeYaml.MAPPER.writeValueAsString(tree)));
            }
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
