package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.exec.Command;
import dev.trivet.harness.Requirements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Words come out of real shells as they went in: 100,000 of them out of each. */
class ShellWordsTest {

    private static final String PRINT = "for word; do printf '%s\\000' \"$word\"; done";

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void dashReadsWhatWasMeant(@ForAll("words") List<String> words) {
        check(words, "dash", "-c");
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void bashReadsWhatWasMeant(@ForAll("words") List<String> words) {
        check(words, "bash", "-c");
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void busyboxReadsWhatWasMeant(@ForAll("words") List<String> words) {
        check(words, "busybox", "sh", "-c");
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void fishReadsWhatWasMeant(@ForAll("words") List<String> words) {
        check(words, "fish", "--no-config", "-c");
    }

    @Provide
    Arbitrary<List<String>> words() {
        var nasty = Arbitraries.strings()
                .withChars("'\\\"$`!*?[]{}()<>|&;#~=%^- \t\n\r\u0001\u007faZ0äß€\uf700\ufdd0\ufffd")
                .ofMaxLength(12);
        var text = Arbitraries.strings()
                .all()
                .ofMaxLength(12)
                .filter(word -> word.indexOf('\0') < 0
                        && StandardCharsets.UTF_8.newEncoder().canEncode(word));
        var escapes = Arbitraries.of("\\", "\\\\", "\\'", "'\\", "''", "\\n", "\\x41", "$HOME", "😀", "-n", "--")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        return Arbitraries.frequencyOf(Tuple.of(4, nasty), Tuple.of(2, text), Tuple.of(4, escapes))
                .list()
                .ofSize(500);
    }

    private static void check(List<String> words, String... shell) {
        var missing = Requirements.missing(shell[0]);
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        var arguments = new ArrayList<>(List.of("-c", PRINT, "sh"));
        arguments.addAll(words);
        var line = CommandLine.of(
                Command.of("sh", arguments.toArray(String[]::new)), Sudo.none(), new Random(words.hashCode()));
        var command = new ArrayList<>(List.of(shell));
        command.add(new String(line.bytes(), StandardCharsets.UTF_8));
        var output = output(command);
        int start = output.indexOf("\n") + 1;
        assertThat(output.substring(0, start)).startsWith(line.marker());
        var expected = new StringBuilder();
        words.forEach(word -> expected.append(word).append('\0'));
        assertThat(output.substring(start)).isEqualTo(expected.toString());
    }

    private static String output(List<String> command) {
        try {
            // As sshd's: the locale is not set, whatever it is here.
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
            var process = builder.start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
