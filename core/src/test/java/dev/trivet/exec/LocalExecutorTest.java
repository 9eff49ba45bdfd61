package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.harness.LeftBehind;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import dev.trivet.testing.NodeExecutorContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalExecutorTest extends NodeExecutorContract {

    @Override
    protected NodeExecutor executor() {
        return LocalExecutor.create();
    }

    @Override
    protected Master master() {
        return ClusterSpecs.minimal().validate().orThrow().masters().get(0);
    }

    @Test
    void goesTheWayThatLeadsToAMaster() {
        var executor = LocalExecutor.through(master -> List.of("env", "MASTER=" + master.name()));
        var result = executor.run(master(), Command.of("sh", "-c", "echo $MASTER \"$1\"", "sh", "ä\n"), line -> {});
        assertThat(result).isEqualTo(new CommandResult.Finished(0, "m1 ä\n\n", ""));
    }

    @Test
    void leavesNoProgramBehindThatItHasGivenUp() {
        var ids = new ArrayList<String>();
        var stubborn = Command.of("sh", "-c", "trap '' TERM; sleep 600 & echo $!; echo $$; wait")
                .withDeadline(Duration.ofSeconds(1));
        LocalExecutor.create().run(master(), stubborn, ids::add);
        assertThat(ids)
                .hasSize(2)
                .allSatisfy(
                        id -> assertThat(ProcessHandle.of(Long.parseLong(id)).filter(ProcessHandle::isAlive))
                                .isEmpty());
    }

    /** A round is a command that ends, one given up at its deadline, one interrupted, and a hold. */
    @Test
    void leavesNothingOpenInFiftyRounds() {
        round();
        assertThat(LeftBehind.threads()).isEmpty();
        long before = LeftBehind.pipes();
        for (int i = 0; i < 50; i++) {
            round();
        }
        assertThat(LeftBehind.threads()).isEmpty();
        assertThat(LeftBehind.noPipesBut(before)).isTrue();
    }

    private void round() {
        var here = LocalExecutor.create();
        here.run(master(), Command.of("echo", "word"), line -> {});
        here.run(master(), Command.of("sleep", "600").withDeadline(Duration.ofMillis(1)), line -> {});
        Thread.currentThread().interrupt();
        here.run(master(), Command.of("sleep", "600"), line -> {});
        assertThat(Thread.interrupted()).isTrue();
        var holding = LocalExecutor.through(master -> List.of("sh", "-c", "echo held; exec sleep 600"));
        var hold = holding.hold(master(), "somebody");
        assertThat(hold).isInstanceOf(HoldResult.Held.class);
        ((HoldResult.Held) hold).close();
    }

    @Test
    void saysWhatIsMissingOnTheWay() {
        var result = LocalExecutor.through(master -> List.of("trivet-no-such-way"))
                .run(master(), Command.of("true"), line -> {});
        assertThat(result)
                .isInstanceOfSatisfying(
                        CommandResult.NotRun.class,
                        notRun -> assertThat(notRun.reason()).startsWith("trivet-no-such-way cannot be started"));
    }
}
