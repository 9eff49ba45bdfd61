package dev.trivet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every way to run commands must keep to, as tests: extend it, and give an executor and a master that it reaches. The
 * master needs a POSIX shell and its everyday programs, and keeps nothing of the tests.
 *
 * {@snippet lang=java :
 * class MyExecutorTest extends NodeExecutorContract {
 *     @Override
 *     protected NodeExecutor executor() {
 *         return executor;
 *     }
 *
 *     @Override
 *     protected Master master() {
 *         return cluster.masters().get(0);
 *     }
 * }
 * }
 *
 * @since 0.1.0
 */
public abstract class NodeExecutorContract extends StreamContract {

    /** For an implementer's class. */
    protected NodeExecutorContract() {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, 126, 127, 128, 254, 255})
    void tellsTheExitCode(int code) {
        assertThat(finish(shell("exit " + code)).exitCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 13, 15})
    void tellsASignalAsAShellDoes(int signal) {
        assertThat(finish(shell("kill -" + signal + " $$")).exitCode()).isEqualTo(128 + signal);
    }

    /** Only what comes while the program runs can make the other one start that the first waits for. */
    @Test
    void handsLinesOnAsTheyComeAndRunsCommandsSideBySide() {
        var folder = "/tmp/trivet-contract-" + UUID.randomUUID();
        var waiting =
                shell("mkdir \"$1\" && echo ready && until [ -e \"$1/go\" ]; do sleep 0.1; done; rm -r \"$1\"", folder);
        var go = new ArrayList<CompletableFuture<CommandResult>>();
        var result = (CommandResult.Finished) executor()
                .run(
                        master(),
                        waiting,
                        line -> go.add(CompletableFuture.supplyAsync(
                                () -> executor().run(master(), shell(": > \"$1/go\"", folder), more -> {}))));
        assertThat(result.exitCode()).isZero();
        assertThat(go).hasSize(1);
        assertThat(go.get(0).join()).isEqualTo(new CommandResult.Finished(0, "", ""));
    }

    @Test
    void mixesNothingUpBetweenManyAtOnce() {
        var results = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        finish(shell("echo \"$1\"; cat; exit \"$1\"", "" + i).withInput(Secret.of("input " + i)))))
                .toList();
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).join()).isEqualTo(new CommandResult.Finished(i, i + "\ninput " + i, ""));
        }
    }

    @Test
    void doesNotKnowTheEndAfterTheDeadline() {
        var command = shell("exec sleep 600").withDeadline(Duration.ofSeconds(1));
        assertThat(executor().run(master(), command, line -> {})).isInstanceOf(CommandResult.Unknown.class);
    }

    /** Whether the program's end counts or its output's: what was left behind does not hold the caller up. */
    @Test
    void isNotHeldUpByWhatKeepsTheOutputOpen() {
        var lines = new ArrayList<String>();
        var command = shell("sleep 600 & echo $!").withDeadline(Duration.ofSeconds(3));
        var result = executor().run(master(), command, lines::add);
        assertThat(result).isNotInstanceOf(CommandResult.NotRun.class);
        finish(shell("kill \"$1\" 2>/dev/null || :", lines.get(0)));
    }

    @Test
    void givesUpWhenInterruptedAndKeepsTheMark() {
        var lines = new ArrayList<String>();
        var self = Thread.currentThread();
        var result = executor().run(master(), shell("echo ready; exec sleep 600"), line -> {
            lines.add(line);
            self.interrupt();
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(result).isInstanceOf(CommandResult.Unknown.class);
        assertThat(lines).containsExactly("ready");
    }

    @Test
    void handsNothingOnAfterItsReturn() {
        var returned = new AtomicBoolean();
        var late = new AtomicBoolean();
        var command =
                shell("trap '' TERM HUP; while echo x; do sleep 0.1; done").withDeadline(Duration.ofSeconds(1));
        executor().run(master(), command, line -> late.compareAndSet(false, returned.get()));
        returned.set(true);
        finish(shell("sleep 1"));
        assertThat(late).isFalse();
    }

    /** Whoever holds a master by a program that runs lets it go so. */
    @Test
    void endsAProgramThatWritesToNobody() {
        var file = "/tmp/trivet-contract-" + UUID.randomUUID();
        var self = Thread.currentThread();
        var writing = shell("while echo x; do : >\"$1\"; sleep 0.2; done", file);
        executor().run(master(), writing, line -> self.interrupt());
        assertThat(Thread.interrupted()).isTrue();
        var gone =
                "tries=60; while rm -f \"$1\"; sleep 1; [ -e \"$1\" ] && [ $tries -gt 0 ]; do tries=$((tries - 1)); done;"
                        + " [ ! -e \"$1\" ]";
        assertThat(finish(shell(gone, file)).exitCode()).isZero();
    }

    @Test
    void throwsWhatTheReaderOfItsLinesThrows() {
        var problem = new IllegalStateException("enough");
        assertThatThrownBy(() -> executor().run(master(), shell("echo one; echo two"), line -> {
                    throw problem;
                }))
                .isSameAs(problem);
    }

    @Test
    void throwsAnErrorOfTheReaderOfItsLines() {
        var problem = new AssertionError("enough");
        assertThatThrownBy(() -> executor().run(master(), shell("echo one; echo two"), line -> {
                    throw problem;
                }))
                .isSameAs(problem);
    }

    @Test
    void saysThatAMissingProgramDidNotRun() {
        var result = executor().run(master(), Command.of("trivet-no-such-program"), line -> {});
        boolean told = result instanceof CommandResult.NotRun
                || (result instanceof CommandResult.Finished finished && finished.exitCode() == 127);
        assertThat(told).as(result.toString()).isTrue();
    }

    @Test
    void runsTheNextCommandAsIfNothingHadHappened() {
        executor().run(master(), shell("kill -9 $$"), line -> {});
        executor().run(master(), shell("sleep 600").withDeadline(Duration.ofSeconds(1)), line -> {});
        assertThat(finish(shell("echo well")).output()).isEqualTo("well\n");
    }
}
