package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckRulesTest {

    @ParameterizedTest
    @ValueSource(longs = {1_000, 2_000, 60_000})
    void takesAnIntervalOfWholeSeconds(long millis) {
        assertThat(Violations.of(with(check -> check.withInterval(Duration.ofMillis(millis)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000, 0, 500, 999, 1_001, 1_500, 60_001, 61_000, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesAnotherInterval(long millis) {
        assertThat(Violations.of(with(check -> check.withInterval(Duration.ofMillis(millis)))))
                .containsExactly("check-timing at healthCheck.interval");
    }

    @ParameterizedTest
    @ValueSource(longs = {5_000, 6_000, 60_000})
    void takesATimeoutOfWholeSecondsFromFive(long millis) {
        assertThat(Violations.of(with(check -> check.withTimeout(Duration.ofMillis(millis)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4_000, 4_999, 5_001, 60_001, 61_000})
    void refusesAnotherTimeout(long millis) {
        assertThat(Violations.of(with(check -> check.withTimeout(Duration.ofMillis(millis)))))
                .containsExactly("check-timing at healthCheck.timeout");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void takesOneToAHundredInARow(int count) {
        assertThat(Violations.of(with(check -> check.withFall(count).withRise(count))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void refusesAnotherCount(int count) {
        assertThat(Violations.of(with(check -> check.withFall(count))))
                .containsExactly("check-count at healthCheck.fall");
        assertThat(Violations.of(with(check -> check.withRise(count))))
                .containsExactly("check-count at healthCheck.rise");
    }

    private static ClusterSpec with(UnaryOperator<HealthCheck> change) {
        return ClusterSpecs.minimal().withHealthCheck(change.apply(HealthCheck.defaults()));
    }
}
