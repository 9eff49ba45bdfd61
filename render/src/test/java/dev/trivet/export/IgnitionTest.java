package dev.trivet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.harness.Program;
import dev.trivet.harness.Requirements;
import dev.trivet.render.Renderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real Ignition reads the configuration, and puts the files. Debian 12 has one that stops at specification 3.3.0: it gets the same
 * under that number. Nothing in it is newer than 3.0.0.
 */
@Tag("real-tools")
class IgnitionTest {

    /** Where it waits for an initial RAM disk. */
    private static final String IGNITION = "/usr/lib/dracut/modules.d/30ignition/ignition";

    private static final Program.Output SILENCE = new Program.Output(0, "");

    @TempDir
    Path folder;

    @BeforeAll
    static void needsIgnition() {
        var missing = Requirements.missing("ignition-validate");
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    @Test
    void ignitionFindsNothingToSay() throws IOException {
        for (var cluster : SampleClusters.all()) {
            var documents = Exports.ignition().of(cluster, Renderers.standard().render(cluster));
            for (Document document : documents.all()) {
                assertThat(validate(older(document))).as(document.name()).isEqualTo(SILENCE);
            }
        }
    }

    @Test
    void ignitionWouldSayWhatIsWrong() throws IOException {
        var cluster = SampleClusters.named("three-masters");
        var text = older(Exports.ignition()
                .of(cluster, Renderers.standard().render(cluster))
                .of("m1/config.ign"));
        assertThat(validate(text.replace("\"overwrite\"", "\"overwrites\"")).text())
                .contains("Unused key overwrites");
        assertThat(validate(text.replace("\"/etc/", "\"etc/")).exitCode()).isNotZero();
    }

    @Test
    void aMachineThatBootsHasEveryFileAsItIs() throws IOException {
        var cluster = SampleClusters.named("three-masters");
        var artifacts = HostileFile.among(cluster);
        var config = Files.writeString(
                folder.resolve("config.ign"),
                older(Exports.ignition().of(cluster, artifacts).of("m2/config.ign")));
        var root = folder.resolve("root");
        Files.createDirectories(root.resolve("etc/selinux"));
        Files.writeString(root.resolve("etc/selinux/config"), "SELINUX=disabled\nSELINUXTYPE=none\n");
        relabelsNothing();
        for (String stage : List.of("fetch", "files")) {
            Program.run(List.of(
                    "env",
                    "PATH=" + folder,
                    "IGNITION_CONFIG_FILE=" + config,
                    IGNITION,
                    "-log-to-stdout",
                    "-platform=file",
                    "-stage=" + stage,
                    "-root=" + root,
                    "-config-cache=" + folder.resolve("cache"),
                    "-state-file=" + folder.resolve("state"),
                    "-neednet=" + folder.resolve("neednet")));
        }
        new PutFiles(root).are(artifacts.of("m2"));
    }

    /** It ends by giving all files labels, whether there is SELinux or not: what does that is a stand-in. */
    private void relabelsNothing() throws IOException {
        var program = Files.writeString(folder.resolve("setfiles"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static String older(Document document) {
        assertThat(document.text()).contains("\"version\" : \"3.4.0\"");
        return document.text().replace("\"version\" : \"3.4.0\"", "\"version\" : \"3.3.0\"");
    }

    private Program.Output validate(String config) throws IOException {
        var file = Files.writeString(folder.resolve("config.ign"), config);
        return Program.tryRun(List.of("ignition-validate", file.toString()));
    }
}
