package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a command ended becomes the end of a sentence. */
class ShellTest {

    private static CommandResult.Finished failed(String errors) {
        return new CommandResult.Finished(1, "output", errors);
    }

    @Test
    void takesTheLastLineThatSaysSomething() {
        assertThat(Shell.lastLine("one\ntwo\n \n\n")).isEqualTo("two");
        assertThat(Shell.lastLine(" \n")).isEmpty();
        assertThat(Shell.errors(failed("first\nlast\n"))).isEqualTo(": last");
        assertThat(Shell.errors(failed("\n"))).isEmpty();
    }

    @Test
    void scriptsGetValuesAsWords() {
        var words = Script.PUT.command("a b", "$(id)").words();
        assertThat(words)
                .startsWith("/bin/sh", "-c")
                .endsWith("trivet-put", "a b", "$(id)")
                .hasSize(6);
        assertThat(words.get(2))
                .isEqualTo(Script.PUT.text())
                .startsWith("# Stands before every other script")
                .endsWith("say \"${written}end\"\n");
    }

    @Test
    void leavesSecretsOut() {
        assertThat(Shell.errors(failed("--token abcdef.0123456789abcdef"))).doesNotContain("0123456789abcdef");
    }

    @Test
    void givesTheReasonOfEachEnd() {
        assertThat(Shell.reason(new CommandResult.NotRun("no route"))).isEqualTo("no route");
        assertThat(Shell.reason(new CommandResult.Unknown("cut off"))).isEqualTo("cut off");
        assertThat(Shell.reason(failed("bad\n"))).isEqualTo("ended with 1: bad");
    }
}
