package dev.trivet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.harness.Program;
import dev.trivet.harness.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shellcheck has nothing to say about the scripts, not even in passing, and every shell reads them. */
@Tag("real-tools")
class ExportedScriptsTest {

    @TempDir
    Path folder;

    @Test
    void areCleanForEveryShell() throws IOException {
        var missing = Requirements.missing("shellcheck", "dash", "busybox");
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        var cluster = SampleClusters.named("dual-stack");
        var bundles = Exports.shell().of(cluster, HostileFile.among(cluster)).all();
        for (String script : List.of(
                bundles.get(0).text(),
                bundles.get(1).text(),
                MasterChoice.script(cluster).text())) {
            var file = Files.writeString(folder.resolve("script.sh"), script);
            for (String tool : List.of("shellcheck", "dash -n", "bash --posix -n", "busybox sh -n")) {
                assertThat(Program.tryRun(List.of((tool + " " + file).split(" ", -1))))
                        .as(tool)
                        .isEqualTo(new Program.Output(0, ""));
            }
        }
    }
}
