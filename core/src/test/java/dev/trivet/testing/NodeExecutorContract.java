package dev.trivet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.exec.Secret;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
public abstract class NodeExecutorContract {

    private static final Duration PLENTY = Duration.ofMinutes(5);
    private static final String NUL = "\0";

    /** For an implementer's class. */
    protected NodeExecutorContract() {}

    /**
     * The executor under test.
     *
     * @return an executor that is open
     */
    protected abstract NodeExecutor executor();

    /**
     * A master that it reaches.
     *
     * @return the same one each time
     */
    protected abstract Master master();

    private static Command shell(String script, String... arguments) {
        var words = Stream.concat(Stream.of("-c", script, "sh"), Stream.of(arguments));
        return Command.of("/bin/sh", words.toArray(String[]::new)).withDeadline(PLENTY);
    }

    private CommandResult.Finished finish(Command command) {
        var result = executor().run(master(), command, line -> {});
        assertThat(result).isInstanceOf(CommandResult.Finished.class);
        return (CommandResult.Finished) result;
    }

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

    @Test
    void keepsTheTwoOutputsApart() {
        var finished = finish(shell("printf 'out'; printf 'err' >&2"));
        assertThat(finished.output()).isEqualTo("out");
        assertThat(finished.errors()).isEqualTo("err");
    }

    static Stream<String> words() {
        var ascii = IntStream.range(1, 128)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return Stream.of(
                "",
                " ",
                "two words",
                "'",
                "''",
                "\"",
                "\\",
                "\\\\n",
                "\n",
                "line\n",
                "\n\nlines\n\n",
                "\r\n\t",
                "$HOME `id` $(id) ${x} $$",
                "* ? [a-z] ~ {a,b} !!",
                "; & | < > ( ) #",
                "-n",
                "--",
                "%s%n%%",
                "äöü ß é",
                "日本語",
                "\uD83D\uDC31",
                ascii.toString());
    }

    @ParameterizedTest
    @MethodSource("words")
    void handsAWordOnByteForByte(String word) {
        var finished = finish(shell("printf '%s\\000' \"$@\"", word, "after", word));
        assertThat(finished.output()).isEqualTo(word + NUL + "after" + NUL + word + NUL);
    }

    @Test
    void handsNoWordsAndEmptyWordsOn() {
        assertThat(finish(shell("echo $#")).output()).isEqualTo("0\n");
        assertThat(finish(shell("echo $#", "", "", "")).output()).isEqualTo("3\n");
    }

    @Test
    void givesAnEndlessReaderAnEmptyInput() {
        assertThat(finish(shell("cat; echo end")).output()).isEqualTo("end\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no end of line", "a\nb\n", "\n", "'\"\\$x`y`", "ä日\uD83D\uDC31\n"})
    void handsTheInputOnByteForByte(String input) {
        var finished = finish(shell("cat; printf .").withInput(Secret.of(input)));
        assertThat(finished.output()).isEqualTo(input + ".");
    }

    @Test
    void handsALongInputOn() {
        var input = "0123456789abcde\n".repeat(1 << 16);
        var finished = finish(shell("cat").withInput(Secret.of(input)));
        assertThat(finished.output().equals(input)).as("the same text").isTrue();
    }

    @Test
    void doesNotMindAnInputThatNobodyReads() {
        var input = Secret.of("x".repeat(1 << 20));
        assertThat(finish(shell("exit 3").withInput(input)).exitCode()).isEqualTo(3);
    }

    @Test
    void handsLinesOnInOrder() {
        var lines = new ArrayList<String>();
        var script = "i=0; while [ $i -lt 2000 ]; do echo \"line $i\"; i=$((i + 1)); done; echo; printf 'the last, ä'";
        var result = (CommandResult.Finished) executor().run(master(), shell(script), lines::add);
        assertThat(lines.subList(0, 2000))
                .isEqualTo(IntStream.range(0, 2000).mapToObj(i -> "line " + i).toList());
        assertThat(lines.subList(2000, lines.size())).containsExactly("", "the last, ä");
        assertThat(result.output()).isEqualTo(String.join("\n", lines));
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

    @ParameterizedTest
    @ValueSource(strings = {"", " >&2"})
    void cutsEndlessOutput(String redirection) {
        var script = "head -c 9000000 /dev/zero | tr '\\000' x" + redirection + "; exit 4";
        var finished = finish(shell(script));
        assertThat(finished.exitCode()).isEqualTo(4);
        assertThat((redirection.isEmpty() ? finished.output() : finished.errors()).length())
                .isEqualTo(Command.MAX_OUTPUT);
    }

    @Test
    void showsSecretOutputToNobodyButTheCaller() {
        var lines = new ArrayList<String>();
        var command = shell("echo geheim; echo geheim >&2").withSecretOutput();
        var result = executor().run(master(), command, lines::add);
        assertThat(((CommandResult.Finished) result).output()).isEqualTo("geheim\n");
        assertThat(result.toString()).doesNotContain("geheim");
        assertThat(lines).isEmpty();
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

    @Test
    void throwsWhatTheReaderOfItsLinesThrows() {
        var problem = new IllegalStateException("enough");
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
