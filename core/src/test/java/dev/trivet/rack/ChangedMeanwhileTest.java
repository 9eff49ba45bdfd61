package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Cancellation;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Event;
import dev.trivet.plan.Step;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The spec's balancer changed while kubeadm was at work, and nobody waited for it. */
class ChangedMeanwhileTest {

    /** In virtual time, kubeadm may have ended before a cancelled run notices. */
    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

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
                                awaitInterrupt();
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
