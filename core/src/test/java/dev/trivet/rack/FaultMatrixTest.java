package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.harness.LeftBehind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of a bootstrap, a rolling change and a repair, at every master, goes wrong in every way. */
@Tag("long")
class FaultMatrixTest {

    private static Stream<Arguments> everyMishapInEveryScenario() {
        return Arrays.stream(Scenario.values()).flatMap(scenario -> {
            var operations = scenario.operations();
            return Mishap.all().stream()
                    .map(mishap -> Arguments.of(scenario, mishap, scenario.cases(mishap, operations)));
        });
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyMishapInEveryScenario")
    void nothingIsLost(Scenario scenario, Mishap mishap, List<FaultCase> cases) {
        cases.forEach(one -> {
            var verdict = one.judged();
            assertThat(verdict.isGood()).as("%s\n%s", one, verdict).isTrue();
        });
    }

    @AfterEach
    void leavesNoThreadBehind() {
        assertThat(LeftBehind.threads()).isEmpty();
    }

    @Test
    void thereAreEnoughCases() {
        var cases = everyMishapInEveryScenario()
                .mapToInt(arguments -> ((List<?>) arguments.get()[2]).size());

        assertThat(cases.sum()).isGreaterThanOrEqualTo(1700);
    }
}
