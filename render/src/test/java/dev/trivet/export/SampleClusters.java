package dev.trivet.export;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The clusters whose rendered files stand in the repository. */
final class SampleClusters {

    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/golden");

    private SampleClusters() {}

    static List<Cluster> all() {
        try (var folders = Files.list(FOLDER)) {
            return folders.sorted().map(SampleClusters::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Cluster named(String name) {
        return read(FOLDER.resolve(name));
    }

    private static Cluster read(Path folder) {
        return ClusterYaml.read(folder.resolve("cluster.yaml")).validate().orThrow();
    }
}
