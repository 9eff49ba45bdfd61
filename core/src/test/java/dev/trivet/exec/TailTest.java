package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailTest {

    @Test
    void keepsTheEndOfAnOutputWithoutEnd() {
        var tail = new Tail();
        IntStream.range(0, 100_000).forEach(number -> tail.add("line " + number));
        assertThat(tail.count()).isEqualTo(100_000);
        assertThat(tail.lines())
                .hasSize(Tail.MOST_LINES)
                .startsWith("line " + (100_000 - Tail.MOST_LINES))
                .endsWith("line 99999");
    }

    @Test
    void keepsTheBeginningOfALineWithoutEnd() {
        var tail = new Tail();
        tail.add("x".repeat(1_000_000));
        assertThat(tail.lines()).containsExactly("x".repeat(Tail.LONGEST_LINE));
    }
}
