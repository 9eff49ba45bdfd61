package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.harness.LeftBehind;
import dev.trivet.plan.Files;
import dev.trivet.spec.Cluster;
import dev.trivet.testing.ClusterSpecs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;

/** Runs over masters in memory, which end with all their threads. */
abstract class MemoryRun {

    static final Cluster CLUSTER = ClusterSpecs.minimal().validate().orThrow();

    final List<Event> events = new ArrayList<>();

    static ControlPlane over(NodeExecutor nodes) {
        return ControlPlane.of(CLUSTER, Files.of(CLUSTER)).over(nodes).withTime(new JumpingTime());
    }

    final Report apply(NodeExecutor nodes) {
        return over(nodes).apply(events::add);
    }

    /** Runs are over when they return, however they ended. */
    @AfterEach
    void leavesNoThreadBehind() {
        assertThat(LeftBehind.threads()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
