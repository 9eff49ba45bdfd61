package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class ClusterYamlPropertiesTest {

    /** What YAML gives a meaning, and what no text should have. */
    private static final String SPECIAL =
            "{}[]:,&*!|>'\"%@`#?-.~= \t\n\r\u0000\u001b\u0085\u2028\uFEFF\uFFFE\uD83D\uDE00";

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAsTheSame(@ForAll("specs") ClusterSpec spec) {
        var written = ClusterYaml.write(spec);
        assertThat(ClusterYaml.read(written)).isEqualTo(spec).hasSameHashCodeAs(spec);
        if (spec.keepalived().authPass().isEmpty()) {
            assertThat(spec).hasToString(written);
        }
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll("garbage") String text) {
        assertReadOrRefused(text);
        assertReadOrRefused(SpecDocument.HEADER + text);
        assertReadOrRefused(SpecDocument.HEADER + "name: " + text);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aDamagedDocumentIsReadOrRefused(@ForAll("damaged") String text) {
        assertReadOrRefused(text);
    }

    private static void assertReadOrRefused(String text) {
        try {
            var spec = ClusterYaml.read(text);
            assertThat(spec.validate()).isNotNull();
            assertThat(ClusterYaml.read(ClusterYaml.write(spec))).isEqualTo(spec);
        } catch (UnreadableSpecException e) {
            assertThat(e.line()).isPositive();
            assertThat(e.column()).isPositive();
            assertThat(e.line())
                    .isLessThanOrEqualTo((int) text.chars()
                                    .filter(c -> c == '\n' || c == '\r')
                                    .count()
                            + 1);
        }
    }

    @Provide
    Arbitrary<ClusterSpec> specs() {
        return ClusterSpecs.valid();
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.strings()
                .withChars(SPECIAL)
                .withCharRange('a', 'c')
                .withCharRange('0', '1')
                .ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> damaged() {
        var documents = ClusterSpecs.valid().map(ClusterYaml::write);
        return Combinators.combine(documents, edits().list().ofMinSize(1).ofMaxSize(4))
                .as((document, edits) -> {
                    var text = document;
                    for (Edit edit : edits) {
                        text = edit.applyTo(text);
                    }
                    return text;
                });
    }

    private static Arbitrary<Edit> edits() {
        var inserted = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.strings().withChars(SPECIAL).ofMaxLength(3)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(3)));
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 12),
                        inserted)
                .as(Edit::new);
    }

    /** Some characters at a place taken out, and others put in. */
    private record Edit(double place, int removed, String inserted) {
        String applyTo(String text) {
            int begin = (int) (place * text.length());
            int end = Math.min(text.length(), begin + removed);
            return text.substring(0, begin) + inserted + text.substring(end);
        }
    }
}
