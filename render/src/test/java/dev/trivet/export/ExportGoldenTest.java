package dev.trivet.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.render.Renderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported is what stands in the repository, byte by byte; {@code -Dgolden.update=true} puts it there. */
class ExportGoldenTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/golden-exports");

    /** The second of three masters, whose documents differ from the others' in names and addresses only. */
    static List<Document> documents() {
        var cluster = SampleClusters.named("three-masters");
        var artifacts = Renderers.standard().render(cluster);
        var second = cluster.masters().get(1).name();
        return Stream.concat(
                        Stream.of(
                                Exports.cloudInit().of(cluster, artifacts).of(second + "/user-data"),
                                Exports.ignition().of(cluster, artifacts).of(second + "/config.ign")),
                        Stream.of(ClusterApiVersion.values()).map(version -> {
                            var text = Exports.clusterApi(version, ClusterApiTest.METAL3)
                                    .of(cluster, artifacts)
                                    .of(cluster.name() + "/cluster-api.yaml");
                            var name = cluster.name() + "/" + version.name().toLowerCase(Locale.ROOT) + ".yaml";
                            return new Document(name, text.mode(), text.text());
                        }))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isTheGoldenFile(Document document) throws IOException {
        var file = FOLDER.resolve(document.name());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, document.text());
        }
        assertThat(document.text()).isEqualTo(Files.readString(file));
    }
}
