package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.harness.Program;
import dev.trivet.harness.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shellcheck has nothing to say about the scripts, not even in passing, and every shell reads them. */
class ScriptTest {

    private static final Program.Output SILENCE = new Program.Output(0, "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void isCleanForEveryShell(Script script) throws IOException {
        var missing = Requirements.missing("shellcheck", "dash", "busybox");
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        var file = Files.writeString(folder.resolve("script.sh"), script.text()).toString();
        assertThat(Program.tryRun(List.of("shellcheck", "--shell=sh", file))).isEqualTo(SILENCE);
        assertThat(Program.tryRun(List.of("dash", "-n", file))).isEqualTo(SILENCE);
        assertThat(Program.tryRun(List.of("bash", "--posix", "-n", file))).isEqualTo(SILENCE);
        assertThat(Program.tryRun(List.of("busybox", "sh", "-n", file))).isEqualTo(SILENCE);
    }
}
