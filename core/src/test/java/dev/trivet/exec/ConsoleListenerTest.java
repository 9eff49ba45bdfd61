package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifacts;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.Files;
import dev.trivet.plan.Step;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleListenerTest {

    private static final Cluster CLUSTER = ClusterSpecs.minimal().validate().orThrow();
    private static final Artifacts FILES = Files.of(CLUSTER);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsTimeAndProgress() {
        var time = new Timekeeper() {
            private Instant now = Instant.EPOCH;

            @Override
            public Instant now() {
                return now;
            }

            @Override
            public void pause(Duration time) {
                now = now.plus(time);
            }
        };
        var listener = Events.toConsole(out, time);
        var step = new Step.PutFiles("m1", List.of(), false);
        listener.accept(new Event.StepStarted(step));
        time.pause(Duration.ofMillis(1500));
        listener.accept(new Event.Progress(step, "wrote /etc/a"));
        listener.accept(new Event.OutputLine(step, "a line"));
        listener.accept(new Event.StepFinished(step, Duration.ofMillis(1234)));
        listener.accept(new Event.StepFailed(step, Failure.of("disk full", "make room")));
        assertThat(text().lines())
                .containsExactly(
                        "   0.0 s 0/0  m1: put 0 files ...",
                        "   1.5 s 0/0  m1: put 0 files: wrote /etc/a",
                        "   1.5 s 0/0  m1 |  a line",
                        "   1.5 s 1/0  m1: put 0 files: done in 1.2 s",
                        "   1.5 s 1/0  m1: put 0 files: failed: disk full; make room");
    }

    @Test
    void letsNoMasterSteerTheTerminal() {
        var step = new Step.PutFiles("m1", List.of(), false);
        Events.toConsole(out).accept(new Event.OutputLine(step, "\u001b[2Jall is well"));
        assertThat(text()).contains("m1 |  \\u{1b}[2Jall is well").doesNotContain("\u001b");
    }

    @Test
    void tellsAWholeRun() {
        var report =
                ControlPlane.of(CLUSTER, FILES).over(new MemoryNodes(CLUSTER)).apply(Events.toConsole(out));
        assertThat(report.isComplete()).isTrue();
        assertThat(text())
                .contains("/10  m1: put 6 files ...", " 10/10  verify the control plane")
                .contains(" 10/10  the control plane is complete");
        assertThat(report.toString()).startsWith("done (").contains("): m1: put 6 files\n");
    }

    @Test
    void tellsWhatIsLeft() {
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public PutResult put(Master master, List<FileChange> changes) {
                return new PutResult.Refused("disk full");
            }
        };
        ControlPlane.of(CLUSTER, FILES).over(nodes).apply(Events.toConsole(out));
        assertThat(text()).contains("not complete:", "left: m1: run kubeadm init");
    }

    @Test
    void tellsThatThereIsNothingToDo() {
        var nodes = new MemoryNodes(CLUSTER);
        ControlPlane.of(CLUSTER, FILES).over(nodes).apply(event -> {});
        var report = ControlPlane.of(CLUSTER, FILES).over(nodes).apply(Events.toConsole(out));
        assertThat(report.toString()).isEqualTo("nothing to do");
        assertThat(text()).contains("nothing to do", "0/0  the control plane is complete");
    }
}
