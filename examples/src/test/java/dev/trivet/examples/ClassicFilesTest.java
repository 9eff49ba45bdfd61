package dev.trivet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifacts;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Report;
import dev.trivet.plan.Blocker;
import dev.trivet.plan.BlockerKind;
import dev.trivet.rack.InMemoryExecutor;
import dev.trivet.render.Renderers;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterYaml;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The article's files are for reading and for putting by hand: without kubeadm's among them, nothing is bootstrapped. */
class ClassicFilesTest {

    private final Cluster cluster =
            ClusterYaml.read(Path.of("cluster.yaml")).validate().orThrow();
    private final InMemoryExecutor rack = InMemoryExecutor.of(cluster);

    @Test
    void areRefusedOnBareMachines() {
        var before = rack.counts();
        var report = apply(Renderers.classic().render(cluster));
        assertThat(report.plan().steps()).isEmpty();
        assertThat(report.plan().blockers())
                .hasSameSizeAs(cluster.masters())
                .allSatisfy(blocker -> assertThat(blocker.kind()).isEqualTo(BlockerKind.ARTIFACT_MISSING));
        assertThat(report.toString())
                .contains("/etc/trivet/kubeadm-init.yaml is not among the files", "Renderers.standard()");
        assertThat(rack.counts()).isEqualTo(before);
    }

    @Test
    void areRefusedWhereTheStandardOnesRun() {
        assertThat(apply(Renderers.standard().render(cluster)).isComplete()).isTrue();
        var before = rack.counts();
        var report = apply(Renderers.classic().render(cluster));
        assertThat(report.plan().blockers())
                .isNotEmpty()
                .extracting(Blocker::kind)
                .containsOnly(BlockerKind.NOT_ROLLABLE);
        assertThat(rack.counts()).isEqualTo(before);
    }

    private Report apply(Artifacts artifacts) {
        return ControlPlane.of(cluster, artifacts).over(rack).apply(event -> {});
    }
}
