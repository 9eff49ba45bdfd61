package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.plan.BlockerKind;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.JobNames;
import dev.trivet.plan.JobStatus;
import dev.trivet.plan.Step;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What becomes of a run when something goes wrong on a master. */
class EngineFailuresTest extends MemoryRun {

    /** Masters that answer so to every command with these words. */
    private static MemoryNodes answering(String words, CommandResult.Finished answer) {
        return new MemoryNodes(CLUSTER) {
            @Override
            public CommandResult run(Master master, Command command, Consumer<String> lines) {
                return command.toString().contains(words) ? answer : super.run(master, command, lines);
            }
        };
    }

    @Test
    void beginsNothingAfterFilesThatWereRefused() {
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public PutResult put(Master master, List<FileChange> changes) {
                return master.name().equals("m2") ? new PutResult.Refused("disk full") : super.put(master, changes);
            }
        };
        var report = apply(nodes);
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo("m2: no file was changed: disk full"));
        assertThat(report.done()).extracting(Step::title).containsExactly("m1: put 6 files", "m3: put 6 files");
        assertThat(nodes.done).doesNotContain("m1: start kubeadm-init");
        assertThat(report.toString()).contains("failed", "m2: no file was changed", "left: m1: run kubeadm init");
        assertThatThrownBy(report::orThrow)
                .isInstanceOfSatisfying(
                        IncompleteControlPlaneException.class,
                        e -> assertThat(e.report()).isSameAs(report))
                .hasMessageContaining("disk full");
    }

    @Test
    void doesNotKnowWhichFilesWerePut() {
        var report = apply(new MemoryNodes(CLUSTER) {
            @Override
            public PutResult put(Master master, List<FileChange> changes) {
                return new PutResult.Unclear("the connection broke");
            }
        });
        assertThat(report.failures())
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure.toString()).contains("the connection broke", "run again"));
    }

    @Test
    void givesUpAfterManyCuts() {
        var report = apply(new MemoryNodes(CLUSTER) {
            @Override
            public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
                return new FollowResult.Unclear("cut");
            }
        });
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.toString())
                        .contains("the end of kubeadm-init was not seen", "run again to find it"));
    }

    @Test
    void doesNotStartWhatWasNotStarted() {
        var report = apply(new MemoryNodes(CLUSTER) {
            @Override
            public StartResult start(Master master, Job job) {
                return new StartResult.NotStarted("no folder");
            }
        });
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.problem()).isEqualTo("m1: kubeadm-init was not started: no folder"));
        var lost = apply(new MemoryNodes(CLUSTER) {
            @Override
            public StartResult start(Master master, Job job) {
                return new StartResult.AlreadyRunning();
            }

            @Override
            public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
                return new FollowResult.NeverStarted();
            }
        });
        assertThat(lost.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo("m1: kubeadm-init was not started"));
        assertThat(events.toString()).contains("found running");
    }

    @Test
    void revokesTheTokenOfAJoinThatFailed() {
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
                return job.equals(JobNames.JOIN)
                        ? new FollowResult.Seen(new JobStatus.Ended(1))
                        : super.follow(master, job, seen, atMost, lines);
            }
        };
        var report = apply(nodes);
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo("m2: kubeadm join ended with 1"));
        assertThat(nodes.done).containsSubsequence("m2: start kubeadm-join", "m1: kubeadm token delete abcdef");
        assertThat(nodes.done).doesNotContain("m3: start kubeadm-join");
    }

    @Test
    void explainsWhatKubeadmDidNotPrint() {
        var report = apply(answering("token create", new CommandResult.Finished(0, "nothing", "")));
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem()).contains("printed no bootstrap token"));
    }

    @Test
    void stopsAtACommandThatFails() {
        var report = apply(new MemoryNodes(CLUSTER) {
            @Override
            public CommandResult run(Master master, Command command, Consumer<String> lines) {
                return command.toString().contains("crictl pull")
                                && master.name().equals("m1")
                        ? new CommandResult.Finished(1, "", "warning\nfailed to pull image\n")
                        : super.run(master, command, lines);
            }
        });
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem())
                        .contains("m1: crictl pull", "ended with 1: failed to pull image"));
        assertThat(report.done()).extracting(Step::title).contains("m2: pull Kubernetes' and the balancer's images");
    }

    /** What was loaded from a file needs no registry, and kubeadm says itself what it misses. */
    @Test
    void goesOnWhereNoRegistryAnswers() {
        var report = apply(answering("images pull", new CommandResult.Finished(1, "", "failed to pull image\n")));
        assertThat(report.isComplete()).isTrue();
        assertThat(events.toString()).contains("ended with 1: failed to pull image; going on");
    }

    @Test
    void revokesTheTokenWhereNoKeyIsMinted() {
        var nodes = answering("upload-certs", new CommandResult.Finished(1, "", "no room"));
        assertThat(apply(nodes).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem()).contains("upload-certs", "no room"));
        assertThat(nodes.done).contains("m1: kubeadm token delete abcdef");
    }

    @Test
    void reportsWhatStandsAgainstIt() {
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public Inspection inspect(Master master, Inquiry inquiry) {
                return master.name().equals("m3") ? new Inspection.Silent("no route") : super.inspect(master, inquiry);
            }
        };
        var report = apply(nodes);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.plan().blockers())
                .extracting(blocker -> blocker.kind())
                .containsExactly(BlockerKind.UNREACHABLE);
        assertThat(report.toString()).startsWith("stands against it: m3: it is not reached: no route");
        assertThat(nodes.done).isEmpty();
    }

    @Test
    void stopsWhenItNoLongerHoldsAMaster() {
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public HoldResult hold(Master master, String operator) {
                var held = (HoldResult.Held) super.hold(master, operator);
                return new HoldResult.Held() {
                    @Override
                    public boolean isHeld() {
                        return !master.name().equals("m2");
                    }

                    @Override
                    public void close() {
                        held.close();
                    }
                };
            }
        };
        var report = apply(nodes);
        assertThat(report.failures())
                .hasSize(3)
                .allSatisfy(failure ->
                        assertThat(failure.problem()).isEqualTo("the connection that held m2 for this run is gone"));
        assertThat(nodes.done).doesNotContain("m1: put");
    }

    @Test
    void letsGoWhatItHeldWhenOneIsTaken() {
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public HoldResult hold(Master master, String operator) {
                return switch (master.name()) {
                    case "m1" -> super.hold(master, operator);
                    default -> new HoldResult.Failed("read-only file system");
                };
            }
        };
        var report = apply(nodes);
        assertThat(report.toString()).startsWith("not begun: m2 cannot be held: read-only file system");
        assertThat(report.left()).hasSize(10);
        assertThat(nodes.done).containsExactly("m1: let go");
    }
}
