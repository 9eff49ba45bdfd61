package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasterRulesTest {

    @Test
    void requiresMasters() {
        assertThat(Violations.of(ClusterSpecs.minimal().withMasters(List.of()))).containsExactly("required at masters");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7})
    void takesThreeFiveOrSeven(int count) {
        assertThat(Violations.of(Specs.ofMasters(count))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6, 8, 9, 10, 41})
    void warnsOfAnyOtherNumber(int count) {
        var spec = Specs.ofMasters(count);
        assertThat(Violations.of(spec)).containsExactly("master-count at masters");
        assertThat(spec.validate().isValid()).isTrue();
    }

    @Test
    void requiresANameOfEachMaster() {
        var spec = Specs.withFirstMaster(master -> master.withName(""));
        assertThat(Violations.of(spec)).containsExactly("required at masters[0].name");
    }

    @ParameterizedTest
    @MethodSource
    void takesANameOf63Characters(String name) {
        assertThat(Violations.of(Specs.withFirstMaster(master -> master.withName(name))))
                .isEmpty();
    }

    static Stream<String> takesANameOf63Characters() {
        return Stream.of("a", "7", "node-1.example.org", "10.0.0.7", "a".repeat(63), "a".repeat(59) + ".org");
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnotherName(String name) {
        assertThat(Violations.of(Specs.withFirstMaster(master -> master.withName(name))))
                .containsExactly("master-name at masters[0].name");
    }

    static Stream<String> refusesAnotherName() {
        return Stream.of(
                "a".repeat(64),
                "a".repeat(60) + ".org",
                "M1",
                "m_1",
                "-m1",
                "m1-",
                "m1.",
                ".m1",
                "m..1",
                "m 1",
                "m1\n",
                "m1/..",
                "mé");
    }

    @Test
    void refusesANameTwice() {
        var spec = Specs.withMaster(ClusterSpecs.minimal(), 2, master -> master.withName("m1"));
        assertThat(Violations.of(spec)).containsExactly("master-name-unique at masters[2].name");
    }

    @Test
    void requiresTwoMissingNamesButDoesNotCallThemTheSame() {
        var spec = Specs.withMaster(
                Specs.withFirstMaster(master -> master.withName("")), 1, master -> master.withName(""));
        assertThat(Violations.of(spec)).containsExactly("required at masters[0].name", "required at masters[1].name");
    }
}
