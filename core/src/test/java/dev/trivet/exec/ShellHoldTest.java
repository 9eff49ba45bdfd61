package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ShellHoldTest {

    private static final Master MASTER =
            ClusterSpecs.minimal().validate().orThrow().masters().get(0);

    @Test
    void failsWithTheTransportsReason() {
        NodeExecutor dead = (master, command, lines) -> new CommandResult.NotRun("no route");
        assertThat(dead.hold(MASTER, "me")).isEqualTo(new HoldResult.Failed("no route"));
    }

    @Test
    void givesUpWhenInterruptedAndLeavesNothingRunning() {
        var ended = new CountDownLatch(1);
        NodeExecutor silent = (master, command, lines) -> {
            MemoryRun.await(new CountDownLatch(1));
            ended.countDown();
            return new CommandResult.Unknown("interrupted");
        };
        Thread.currentThread().interrupt();
        assertThat(silent.hold(MASTER, "me")).isEqualTo(new HoldResult.Failed("interrupted"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.getCount()).isZero();
    }

    @Test
    void hidesNoMistakeOfAnExecutor() {
        NodeExecutor wrong = (master, command, lines) -> {
            throw new IllegalArgumentException("mistake");
        };
        assertThatThrownBy(() -> wrong.hold(MASTER, "me")).hasRootCauseMessage("mistake");
    }
}
