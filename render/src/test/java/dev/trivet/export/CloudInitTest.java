package dev.trivet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.harness.Program;
import dev.trivet.harness.Requirements;
import dev.trivet.render.Renderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real cloud-init reads the user data, and puts the files. */
@Tag("real-tools")
class CloudInitTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsCloudInit() {
        var missing = Requirements.missing("cloud-init");
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-masters", "dual-stack", "multicast-vrrp2"})
    void cloudInitFindsTheUserDataValid(String name) throws IOException {
        var cluster = SampleClusters.named(name);
        var documents = Exports.cloudInit().of(cluster, Renderers.standard().render(cluster));
        var file = folder.resolve("user-data");
        for (Document document : documents.all().subList(0, 2)) {
            Files.writeString(file, document.text());
            assertThat(schema(file)).isEqualTo(new Program.Output(0, "Valid cloud-config: " + file + "\n"));
        }
    }

    @Test
    void cloudInitWouldSayWhatIsWrong() throws IOException {
        var file = Files.writeString(folder.resolve("user-data"), "#cloud-config\nwrite_files: [{pfad: /etc/x}]\n");
        assertThat(schema(file).text()).contains("pfad");
    }

    private static Program.Output schema(Path file) {
        return Program.tryRun(List.of("cloud-init", "schema", "-c", file.toString()));
    }

    @Test
    void aMachineThatBootsHasEveryFileAsItIs() throws IOException {
        var cluster = SampleClusters.named("three-masters");
        var artifacts = HostileFile.among(cluster);
        try (var machine = new CloudInitMachine()) {
            machine.boot(Exports.cloudInit()
                    .of(cluster, artifacts)
                    .of("m2/user-data")
                    .text());
            machine.files().are(artifacts.of("m2"));
        }
    }
}
