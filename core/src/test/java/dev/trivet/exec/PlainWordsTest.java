package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.harness.Requirements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Words beyond ASCII come out of real shells as they went in, in the locale C. A word is a process, hence no more of them. */
class PlainWordsTest {

    private static final String PRINT = "for word; do printf '%s\\000' \"$word\"; done";

    @Example
    void leavesPlainOnesAlone() {
        var plain = List.of("sh", "-c", "echo \"$1\"", "~\u007f");
        assertThat(PlainWords.of(plain)).isSameAs(plain);
        assertThat(PlainWords.of(List.of("echo", "\u0080")))
                .startsWith("/bin/sh", "-c")
                .hasSize(3);
    }

    @Example
    void writesBytesInOctal() {
        assertThat(PlainWords.of(List.of("ä'")).get(2))
                .isEqualTo("word=$(printf '\\303\\244\\047.') && set -- \"$@\" \"${word%.}\" || exit 126\nexec \"$@\"");
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void dashReadsWhatWasMeant(@ForAll("words") List<String> words) {
        check(words, "dash");
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void bashReadsWhatWasMeant(@ForAll("words") List<String> words) {
        check(words, "bash");
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void busyboxReadsWhatWasMeant(@ForAll("words") List<String> words) {
        check(words, "busybox", "sh");
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("'\\\"$`!*?[]{}()<>|&;#~=%^-. \t\n\r\u0001\u007faZ0äß€\uf700\ufffd")
                .ofMaxLength(12)
                .list()
                .ofSize(100);
    }

    private static void check(List<String> words, String... shell) {
        var missing = Requirements.missing(shell[0]);
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        var all = new ArrayList<>(List.of("sh", "-c", PRINT, "ä"));
        all.addAll(words);
        var command = new ArrayList<>(List.of(shell));
        command.addAll(PlainWords.of(all).subList(1, 3));
        assertThat(output(command)).isEqualTo(String.join("\0", words) + "\0");
    }

    private static String output(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
