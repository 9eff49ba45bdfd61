package dev.trivet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.exec.Secret;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the contract that is about what goes in and what comes out: arguments, input and output. */
abstract class StreamContract {

    private static final Duration PLENTY = Duration.ofMinutes(5);
    private static final String NUL = "\0";

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

    static Command shell(String script, String... arguments) {
        var words = Stream.concat(Stream.of("-c", script, "sh"), Stream.of(arguments));
        return Command.of("/bin/sh", words.toArray(String[]::new)).withDeadline(PLENTY);
    }

    final CommandResult.Finished finish(Command command) {
        var result = executor().run(master(), command, line -> {});
        assertThat(result).isInstanceOf(CommandResult.Finished.class);
        return (CommandResult.Finished) result;
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
}
