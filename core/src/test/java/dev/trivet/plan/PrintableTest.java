package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void showsWhatWouldSteerATerminal() {
        assertThat(Printable.of("\u001b[2J all is well\r\u009b1m\u007f\b"))
                .isEqualTo("\\x1b[2J all is well\\x0d\\x9b1m\\x7f\\x08");
    }

    @Test
    void leavesWhatIsText() {
        var text = "one\n\ttwo: $1 \\ \u00e4 \u2014 100 %\n";
        assertThat(Printable.of(text)).isEqualTo(text);
    }
}
