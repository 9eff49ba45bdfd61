package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus of bad specs: of each one exactly what is wrong with it is said, and where. */
class BadSpecsTest {

    @ParameterizedTest
    @MethodSource("bases")
    void whatTheyBeginWithIsSound(String document) {
        assertThat(Violations.of(ClusterYaml.read(document))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void breaksItsRuleInItsPlaceAndNoOther(BadSpec bad) {
        assertThat(Violations.of(ClusterYaml.read(bad.document())))
                .as(bad.document())
                .isEqualTo(bad.breaks());
    }

    @Test
    void thereAreThousandsAndEveryRuleIsAmongThem() {
        assertThat(corpus().stream().map(BadSpec::document).distinct()).hasSizeGreaterThan(2_000);
        assertThat(corpus().stream()
                        .flatMap(bad -> bad.breaks().stream())
                        .map(found -> found.replaceFirst(" at .*", "")))
                .containsAll(Arrays.stream(Rule.values()).map(Rule::id).toList());
    }

    static List<BadSpec> corpus() {
        return BadSpec.all();
    }

    static List<String> bases() {
        return BadSpec.bases();
    }
}
