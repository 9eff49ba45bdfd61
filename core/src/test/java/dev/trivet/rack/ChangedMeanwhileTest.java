package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Cancellation;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Event;
import dev.trivet.harness.Patience;
import dev.trivet.plan.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The spec's balancer changed while kubeadm was at work, and nobody waited for it. */
class ChangedMeanwhileTest {

    @ParameterizedTest
    @ValueSource(strings = {"m1: run kubeadm init", "m2: run kubeadm join"})
    void theBalancerBelowKubeadmChangesWhenThatHasEnded(String title) {
        var cluster = Racks.cluster(3);
        var rack = InMemoryExecutor.of(cluster);
        var cancellation = new Cancellation();
        Racks.controlPlane(cluster, rack)
                .apply(
                        event -> {
                            if (event instanceof Event.OutputLine line
                                    && line.step().title().equals(title)) {
                                cancellation.cancel();
                                Patience.untilInterrupted();
                            }
                        },
                        cancellation);
        var changed = ControlPlane.of(cluster, Racks.artifacts(cluster, "global\n  maxconn 9000\n"))
                .over(rack);

        var report = changed.apply(event -> {});

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        var master = title.substring(0, 2);
        assertThat(report.done())
                .extracting(Step::title)
                .containsSequence(
                        title.replace("run", "wait for"), master + ": change 2 files of the running load balancer")
                .doesNotContain(master + ": put 2 files");
        assertThat(changed.plan().isEmpty()).as(changed.plan().toString()).isTrue();
        assertThat(rack.machine(master).runsAsConfigured()).isTrue();
    }
}
