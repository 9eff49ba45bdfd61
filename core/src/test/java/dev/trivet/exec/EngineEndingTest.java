package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.plan.FileChange;
import dev.trivet.plan.JobNames;
import dev.trivet.plan.Step;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What becomes of a run that is cancelled, interrupted, or ended by its listener. */
class EngineEndingTest extends MemoryRun {

    @Test
    void isEndedByAListenerThatThrows() {
        var problem = new IllegalStateException("enough");
        var waiting = new CountDownLatch(1);
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public PutResult put(Master master, List<FileChange> changes) {
                if (!master.name().equals("m1")) {
                    await(waiting);
                }
                return super.put(master, changes);
            }
        };
        assertThatThrownBy(() -> over(nodes).apply(event -> {
                    if (event instanceof Event.StepFinished) {
                        throw problem;
                    }
                }))
                .isSameAs(problem);
        assertThat(nodes.done).doesNotContain("m1: start kubeadm-init").contains("m1: let go", "m3: let go");
    }

    @Test
    void givesUpWhenCancelledAndLeavesTheRest() {
        var cancellation = new Cancellation();
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
                cancellation.cancel();
                await(new CountDownLatch(1));
                return new FollowResult.Unclear("interrupted");
            }
        };
        var report = over(nodes).apply(events::add, cancellation);
        assertThat(cancellation.isCancelled()).isTrue();
        assertThat(report.isComplete()).isFalse();
        assertThat(report.failures()).isEmpty();
        assertThat(report.toString()).contains("cancelled (", "m1: run kubeadm init", "left: m2: run kubeadm join");
        assertThat(nodes.done).contains("m1: let go", "m2: let go", "m3: let go");
    }

    @Test
    void beginsNothingWhenCancelledBefore() {
        var cancellation = new Cancellation();
        cancellation.cancel();
        var nodes = new MemoryNodes(CLUSTER);
        var report = over(nodes).apply(events::add, cancellation);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.toString()).contains("m1", "interrupted");
        assertThat(nodes.done).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void givesUpWhenCancelledWhileAMasterDoesNotAnswer() {
        var cancellation = new Cancellation();
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public Inspection inspect(Master master, Inquiry inquiry) {
                cancellation.cancel();
                await(new CountDownLatch(1));
                return new Inspection.Silent("interrupted");
            }
        };
        assertThat(over(nodes).apply(events::add, cancellation).isComplete()).isFalse();
        assertThat(nodes.done).isEmpty();
    }

    @Test
    void givesUpWhenCancelledWhileTakingTheLocks() {
        var cancellation = new Cancellation();
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public HoldResult hold(Master master, String operator) {
                if (master.name().equals("m2")) {
                    cancellation.cancel();
                    await(new CountDownLatch(1));
                    return new HoldResult.Failed("interrupted");
                }
                return super.hold(master, operator);
            }
        };
        var report = over(nodes).apply(events::add, cancellation);
        assertThat(report.left()).hasSize(10);
        assertThat(report.failures()).containsExactly(Failure.of("the run was interrupted", "run again"));
        assertThat(nodes.done).containsOnly("m1: let go");
    }

    /** What goes on without us still needs its token; init's own is not needed any more. */
    @Test
    void keepsTheTokenOfAJoinWhoseEndItDidNotSee() {
        var cancellation = new Cancellation();
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
                if (job.equals(JobNames.INIT)) {
                    return super.follow(master, job, seen, atMost, lines);
                }
                cancellation.cancel();
                await(new CountDownLatch(1));
                return new FollowResult.Unclear("interrupted");
            }
        };
        over(nodes).apply(events::add, cancellation);
        assertThat(nodes.done).contains("m2: start kubeadm-join");
        assertThat(nodes.done)
                .filteredOn(line -> line.contains("token delete"))
                .containsExactly("m1: kubeadm token delete abcdef");
    }

    @Test
    void givesUpWhenInterrupted() {
        var self = Thread.currentThread();
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
                self.interrupt();
                await(new CountDownLatch(1));
                return new FollowResult.Unclear("interrupted");
            }
        };
        var report = apply(nodes);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.left()).extracting(Step::title).contains("m1: run kubeadm init", "m3: run kubeadm join");
    }

    @Test
    void seesNobodyWhenInterrupted() {
        Thread.currentThread().interrupt();
        var observation = over(new MemoryNodes(CLUSTER)).observe();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(observation.facts("m1")).isEmpty();
    }
}
