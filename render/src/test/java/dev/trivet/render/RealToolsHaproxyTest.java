package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.spec.ClusterSpec;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** HAProxy's own judgement: no warning on the standard set, the article's two on the classic one. */
@Tag("real-tools")
@RequiresTools("haproxy")
class RealToolsHaproxyTest {

    private static final List<String> VALID = List.of("Configuration file is valid");

    /** In tcp mode there is no header to put an address in. */
    private static final List<String> FORWARDFOR = List.of(
            "config : 'option forwardfor' ignored for frontend 'apiserver' as it requires HTTP mode.",
            "config : 'option forwardfor' ignored for backend 'apiserver' as it requires HTTP mode.",
            "Warnings were found.",
            "Configuration file is valid");

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
        var sound = Sample.ofGoldens().get(0).text(NodePaths.HAPROXY_CONFIG);
        assertThat(complaints(sound)).isEqualTo(VALID);
        assertThat(complaints(sound.replace("balance leastconn", "balance leastcon")))
                .isNotEqualTo(VALID);
        assertThat(complaints(sound.replace("default_backend apiservers", "default_backend others")))
                .isNotEqualTo(VALID);
        assertThat(complaints(sound.replace("    timeout client 1h\n", ""))).isNotEqualTo(VALID);
    }

    @Provide
    Arbitrary<List<ClusterSpec>> batches() {
        return Sample.batches();
    }

    static void check(List<Sample> samples) {
        samples.stream()
                .map(sample -> sample.text(NodePaths.HAPROXY_CONFIG))
                .distinct()
                .forEach(text -> assertThat(complaints(text))
                        .as("haproxy on\n%s", text)
                        .isEqualTo(text.contains("forwardfor") ? FORWARDFOR : VALID));
    }

    /** What is printed, without the notices on HAProxy itself and what stands before a message. */
    private static List<String> complaints(String text) {
        try (var scratch = Scratch.open()) {
            var file = scratch.write("haproxy.cfg", text);
            var result = Tool.named("haproxy").run("-c", "-f", file.toString());
            var lines = result.text()
                    .lines()
                    .filter(line -> !line.startsWith("[NOTICE]"))
                    .map(line -> line.replaceFirst("^\\[WARNING]\\s*\\(\\d+\\) : ", ""));
            return result.exitCode() == 0
                    ? lines.toList()
                    : Stream.concat(Stream.of("exit " + result.exitCode()), lines)
                            .toList();
        }
    }
}
