package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Command;
import dev.trivet.exec.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login shell gets to read, letter by letter. */
class CommandLineTest {

    private static final RandomGenerator ZEROS = () -> 0;
    private static final String TOKEN = "trivet-" + "0".repeat(32);
    private static final String SHELL =
            "'/bin/sh' '-c' 'echo " + TOKEN + ":$$; echo " + TOKEN + ":$$ >&2; exec \"$@\"' 'sh' ";

    private static String text(Sudo sudo, String... arguments) {
        var line = CommandLine.of(Command.of("echo", arguments), sudo, ZEROS);
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void quotesEveryWord() {
        assertThat(text(Sudo.none(), "a b", "$HOME", "", "ä"))
                .isEqualTo("exec " + SHELL + "'echo' 'a b' '$HOME' '' 'ä'");
    }

    @Test
    void hasNoQuoteAndNoBackslashBetweenQuotes() {
        assertThat(ShellWords.quote("it's")).isEqualTo("'it'\\''s'");
        assertThat(ShellWords.quote("a\\b")).isEqualTo("'a'\\\\'b'");
        assertThat(ShellWords.quote("'")).isEqualTo("''\\'''");
        assertThat(ShellWords.quote("\"`$!")).isEqualTo("'\"`$!'");
        assertThat(ShellWords.join(List.of("a", "b c"))).isEqualTo("'a' 'b c'");
        assertThat(ShellWords.join(List.of())).isEmpty();
    }

    @Test
    void showsPeopleQuotesWhereAShellNeedsThem() {
        assertThat(ShellWords.plain("/etc/ssh/ssh_known_hosts")).isEqualTo("/etc/ssh/ssh_known_hosts");
        assertThat(ShellWords.plain("2001:db8::1")).isEqualTo("2001:db8::1");
        assertThat(ShellWords.plain("[m1]:2222")).isEqualTo("'[m1]:2222'");
        assertThat(ShellWords.plain("~/my hosts")).isEqualTo("'~/my hosts'");
        assertThat(ShellWords.plain("")).isEqualTo("''");
    }

    @Test
    void becomesRootBeforeAllElse() {
        assertThat(text(Sudo.free())).isEqualTo("exec 'sudo' '-n' '--' " + SHELL + "'echo'");
        assertThat(text(Sudo.with(Secret.of("geheim"))))
                .isEqualTo("exec 'sudo' '-S' '-p' '[" + TOKEN + "]' '--' " + SHELL + "'echo'");
        assertThat(Sudo.with(Secret.of("geheim")).password()).contains(Secret.of("geheim"));
        assertThat(Sudo.free().password()).isEmpty();
        assertThat(Sudo.none().password()).isEmpty();
    }

    @Test
    void isKnownByWhatNobodyCanGuess() {
        var line = CommandLine.of(Command.of("true"), Sudo.none(), RandomGenerator.getDefault());
        var other = CommandLine.of(Command.of("true"), Sudo.none(), RandomGenerator.getDefault());
        assertThat(line.marker()).matches("trivet-[0-9a-f]{32}:").isNotEqualTo(other.marker());
        assertThat(line.prompt()).isEqualTo("[" + line.marker().replace(":", "]"));
    }

    @Test
    void readsItsMarkerAndWhatCameBefore() {
        var line = CommandLine.of(Command.of("true"), Sudo.none(), ZEROS);
        var preamble = new Preamble(line);
        assertThat(take(preamble, "motd\n" + line.prompt()))
                .isEqualTo(5 + line.prompt().length());
        assertThat(preamble.process()).isEmpty();
        assertThat(preamble.prompts()).isEqualTo(1);
        assertThat(take(preamble, " " + line.prompt() + TOKEN + ":7")).isPositive();
        assertThat(preamble.process()).isEmpty();
        assertThat(take(preamble, "1\noutput")).isEqualTo(2);
        assertThat(preamble.process()).hasValue(71);
        assertThat(preamble.prompts()).isEqualTo(2);
        assertThat(preamble.words()).isEqualTo("motd");
        assertThat(take(preamble, "more")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+ exec sudo -S -p %s -- /bin/sh\n", "+ exec sudo -S -p '%s' --\n", "exec 'sudo' \"%s\"\n"})
    void takesNoPromptInATraceForAQuestion(String trace) {
        var line = CommandLine.of(Command.of("true"), Sudo.none(), ZEROS);
        var preamble = new Preamble(line);
        take(preamble, trace.formatted(line.prompt()));
        assertThat(preamble.prompts()).isZero();
        take(preamble, line.prompt());
        assertThat(preamble.prompts()).isEqualTo(1);
        take(preamble, "Sorry, try again.\n" + line.prompt());
        assertThat(preamble.prompts()).isEqualTo(2);
    }

    private static int take(Preamble preamble, String text) {
        var bytes = ("--" + text).getBytes(StandardCharsets.UTF_8);
        return preamble.take(bytes, 2, bytes.length - 2);
    }
}
