package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a: b", "\u0301a\u0301", "\ta\t", "\u8a9e: \u8a9e", "a\u0085b\u2028", "a\r\nb\rc\n", "\u20dd"})
    void marksEveryPlaceOfALine(String document) {
        var text = new DocumentText("a.yaml", document);
        for (int offset = 0; offset <= text.length(); offset++) {
            var excerpt = Excerpt.of(text, new Span(offset, offset + 1), new BitSet());
            assertThat(excerpt.isEmpty() || excerpt.lines().toList().get(1).contains("^"))
                    .as("%d: %s", offset, excerpt)
                    .isTrue();
        }
    }
}
