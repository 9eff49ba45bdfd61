package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.render.GoldenCase.Style;
import dev.trivet.spec.ClusterSpec;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** keepalived's own judgement: silence on the standard set, the complaints that the article earns on the classic one. */
@Tag("real-tools")
@RequiresTools(
        value = {"keepalived", "unshare", "mount", "ip"},
        nameSpaces = true)
class RealToolsKeepalivedTest {

    private static final Tool.Result SILENCE = new Tool.Result(0, "");

    /** The article's script runs without script security. */
    private static final String UNSAFE =
            "SECURITY VIOLATION - scripts are being executed but script_security not enabled.\n";

    /** Over IPv6 there is version 3 only, which has no password. */
    private static final String NO_PASSWORD = "(VI_1) VRRP version 3 does not support authentication. Ignoring.\n";

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
        var sound = Sample.ofGoldens().get(0);
        var broken = List.of(
                changed(sound, " priority ", " priorty "),
                changed(sound, "holds_vip.sh", "holds_it.sh"),
                changed(sound, "interface eth0", "interface eth7"),
                changed(sound, "script_user root", "script_user nobody-here"));
        assertThat(KeepalivedJail.check(broken))
                .allSatisfy(result -> assertThat(result).isNotEqualTo(SILENCE));
    }

    @Provide
    Arbitrary<List<ClusterSpec>> batches() {
        return Sample.batches();
    }

    static void check(List<Sample> samples) {
        var results = KeepalivedJail.check(samples);
        for (int i = 0; i < samples.size(); i++) {
            var sample = samples.get(i);
            assertThat(results.get(i)).as("keepalived on the %s", sample).isEqualTo(expected(sample));
        }
    }

    private static Tool.Result expected(Sample sample) {
        if (sample.style() == Style.STANDARD) {
            return SILENCE;
        }
        return new Tool.Result(6, sample.isIpv6First() ? UNSAFE + NO_PASSWORD : UNSAFE);
    }

    private static Sample changed(Sample sample, String text, String replacement) {
        var files = sample.files().stream()
                .map(file -> new Artifact(file.path(), file.mode(), file.text().replace(text, replacement)))
                .toList();
        return new Sample(sample.cluster(), sample.style(), sample.master(), files);
    }
}
