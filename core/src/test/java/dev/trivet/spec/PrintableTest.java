package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.testing.ClusterSpecs;
import org.junit.jupiter.api.Test;

/** A document that somebody else wrote does not steer the terminal of who reads what is wrong with it. */
class PrintableTest {

    @Test
    void showsWhatNobodySees() {
        assertThat(Printable.of("plain ä 日本 \ud83d\ude00 \\ $1")).isEqualTo("plain ä 日本 \ud83d\ude00 \\ $1");
        assertThat(Printable.of("\u001b[2J\n\u202e\ufeff\u2028\ud800\uffff"))
                .isEqualTo("\\u{1b}[2J\\u{a}\\u{202e}\\u{feff}\\u{2028}\\u{d800}\\u{ffff}");
        assertThat(Printable.of("\udb40\udc01")).isEqualTo("\\u{e0001}");
    }

    @Test
    void leavesEndsOfLinesAndTabsInAText() {
        var text = "one\n\ttwo: $1 \\ \u00e4 \u2014 100 %\n" + "a".repeat(300);
        assertThat(Printable.lines(text)).isEqualTo(text);
        assertThat(Printable.lines("\u001b[2J all is well\r\u009b1m\u007f\b\u202e"))
                .isEqualTo("\\u{1b}[2J all is well\\u{d}\\u{9b}1m\\u{7f}\\u{8}\\u{202e}");
    }

    @Test
    void cutsWhatIsTooLongForALine() {
        assertThat(Printable.of("a".repeat(200))).isEqualTo("a".repeat(200));
        assertThat(Printable.of("a".repeat(201))).isEqualTo("a".repeat(200) + "...");
        assertThat(Printable.of("a".repeat(199) + "\ud83d\ude00")).isEqualTo("a".repeat(199) + "\\u{d83d}...");
    }

    @Test
    void isWhatAViolationAndAnUnreadableDocumentSay() {
        var validation = ClusterSpecs.minimal().withName("\u001b]0;x\u0007").validate();
        assertThat(validation.violations().get(0).actual()).isEqualTo("\u001b]0;x\u0007");
        assertThat(validation.toString()).contains("name = \\u{1b}]0;x\\u{7}: ").doesNotContain("\u001b");
        assertThatThrownBy(() -> ClusterYaml.read("apiVersion: trivet.dev/v1alpha1\nkind: \"\\e[2J\""))
                .hasMessageContaining("kind is \\u{1b}[2J, which");
        assertThatThrownBy(() -> ClusterYaml.read(SpecDocument.HEADER + "\"na\\u202eme\": edge"))
                .hasMessageStartingWith("cluster.yaml:3:1: error: has a key of more than 64 characters");
    }
}
