package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.spec.ClusterSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Two shells read every script, and shellcheck finds nothing to say, not even in passing. */
@Tag("real-tools")
@RequiresTools({"dash", "busybox", "shellcheck"})
class RealToolsShellTest {

    private static final Tool.Result SILENCE = new Tool.Result(0, "");

    @Example
    void takesTheGoldenScripts() {
        check(Sample.ofGoldens());
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void takesTheScriptsOfAnyCluster(@ForAll("batches") List<ClusterSpec> specs) {
        check(Sample.of(specs));
    }

    @Example
    void wouldSayWhatIsWrong() {
        assertThat(Tool.named("dash").run("-n", "-c", "if :; then")).isNotEqualTo(SILENCE);
        assertThat(Tool.named("busybox").run("sh", "-n", "-c", "if :; then")).isNotEqualTo(SILENCE);
        try (var scratch = Scratch.open()) {
            var file = scratch.write("unquoted.sh", "#!/bin/sh\necho $1\n");
            assertThat(Tool.named("shellcheck").run(file.toString())).isNotEqualTo(SILENCE);
        }
    }

    @Provide
    Arbitrary<List<ClusterSpec>> batches() {
        return Sample.batches();
    }

    private static void check(List<Sample> samples) {
        var scripts = scripts(samples);
        assertThat(scripts).hasSizeGreaterThan(2);
        try (var scratch = Scratch.open()) {
            var files = new ArrayList<String>();
            for (String script : scripts) {
                files.add(scratch.write(files.size() + ".sh", script).toString());
            }
            assertThat(Tool.named("shellcheck").run(files)).as("shellcheck").isEqualTo(SILENCE);
            var whole = scratch.write("all.sh", String.join("", scripts));
            assertThat(read("dash", whole, "-n")).as("dash").isEqualTo(SILENCE);
            assertThat(read("busybox", whole, "sh", "-n")).as("busybox").isEqualTo(SILENCE);
        }
    }

    private static Tool.Result read(String shell, Path file, String... options) {
        var arguments = new ArrayList<>(List.of(options));
        arguments.add(file.toString());
        return Tool.named(shell).run(arguments);
    }

    private static Collection<String> scripts(List<Sample> samples) {
        Set<String> scripts = new LinkedHashSet<>();
        samples.forEach(sample -> sample.files().stream()
                .filter(file -> file.path().endsWith(".sh"))
                .forEach(file -> scripts.add(file.text())));
        return scripts;
    }
}
