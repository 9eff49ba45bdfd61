package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.ClusterYaml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** yamllint finds nothing but matters of taste, in what is rendered and in written specs. */
@Tag("real-tools")
@RequiresTools("yamllint")
class RealToolsYamllintTest {

    private static final Tool.Result SILENCE = new Tool.Result(0, "");

    private static final String RULES = "{extends: default, rules: {document-start: disable, indentation: disable,"
            + " line-length: disable, quoted-strings: disable, braces: {max-spaces-inside: 0}}}";

    @Example
    void takesTheGoldenFiles() {
        check(Sample.ofGoldens());
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void takesTheFilesOfAnyCluster(@ForAll("batches") List<ClusterSpec> specs) {
        check(Sample.of(specs));
    }

    @Example
    void wouldSayWhatIsWrong() {
        try (var scratch = Scratch.open()) {
            assertThat(lint(List.of(scratch.write("twice.yaml", "a: 1\na: 2\n").toString())))
                    .isNotEqualTo(SILENCE);
        }
    }

    @Provide
    Arbitrary<List<ClusterSpec>> batches() {
        return Sample.batches();
    }

    private static void check(List<Sample> samples) {
        var texts = new LinkedHashSet<String>();
        for (Sample sample : samples) {
            texts.add(ClusterYaml.write(sample.cluster().spec()));
            sample.files().stream()
                    .filter(file -> file.path().endsWith(".yaml"))
                    .forEach(file -> texts.add(file.text()));
        }
        try (var scratch = Scratch.open()) {
            var files = new ArrayList<String>();
            texts.forEach(text ->
                    files.add(scratch.write(files.size() + ".yaml", text).toString()));
            assertThat(lint(files)).isEqualTo(SILENCE);
        }
    }

    private static Tool.Result lint(List<String> files) {
        var arguments = new ArrayList<>(List.of("--strict", "-d", RULES));
        arguments.addAll(files);
        return Tool.named("yamllint").run(arguments);
    }
}
