package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Command;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Streams that come in pieces of any size. */
class StreamPropertiesTest {

    private static final CommandLine LINE = CommandLine.of(Command.of("true"), Sudo.none(), new Random(1));

    @Property
    void aPreambleEndsWhereTheCommandBegins(
            @ForAll("noise") String noise, @ForAll @IntRange(min = 1, max = 20) int piece) {
        var preamble = new Preamble(LINE);
        var bytes = (noise + LINE.prompt() + LINE.marker() + "4711\noutput").getBytes(StandardCharsets.UTF_8);
        var rest = new StringBuilder();
        for (int i = 0; i < bytes.length; i += piece) {
            int length = Math.min(piece, bytes.length - i);
            int taken = preamble.take(bytes, i, length);
            rest.append(new String(bytes, i + taken, length - taken, StandardCharsets.UTF_8));
        }
        assertThat(preamble.process()).hasValue(4711);
        assertThat(preamble.prompts()).isEqualTo(1);
        assertThat(preamble.words()).isEqualTo(noise.strip());
        assertThat(rest).hasToString("output");
    }

    @Property
    void linesAreCutAlikeHoweverTheyCome(@ForAll("noise") String text, @ForAll @IntRange(min = 1, max = 20) int piece) {
        var whole = cut(text, Integer.MAX_VALUE);
        assertThat(cut(text, piece)).isEqualTo(whole);
        assertThat(whole).isEqualTo(text.lines().toList());
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings().withChars("ab \n[]:-ä").ofMaxLength(40);
    }

    private static List<String> cut(String text, int piece) {
        var lines = new ArrayList<String>();
        var cutter = new LineCutter(lines::add);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i += piece) {
            int end = (int) Math.min(bytes.length, (long) i + piece);
            cutter.take(Arrays.copyOfRange(bytes, i, end));
            if (end == bytes.length) {
                break;
            }
        }
        cutter.end();
        return lines;
    }
}
