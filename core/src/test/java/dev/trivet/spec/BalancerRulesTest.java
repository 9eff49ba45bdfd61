package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BalancerRulesTest {

    private final ClusterSpec minimal = ClusterSpecs.minimal();

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 999_999, 1_000_000})
    void takesAHundredToAMillionConnections(int connections) {
        assertThat(Violations.of(withConnections(connections))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 1_000_001, Integer.MAX_VALUE})
    void refusesFewerOrMoreConnections(int connections) {
        assertThat(Violations.of(withConnections(connections)))
                .containsExactly("max-connections at loadBalancer.maxConnections");
    }

    @ParameterizedTest
    @MethodSource
    void takesAnIdleTimeoutOfOneMinuteTo24Days(Duration timeout) {
        assertThat(Violations.of(withIdleTimeout(timeout))).isEmpty();
    }

    static Stream<Duration> takesAnIdleTimeoutOfOneMinuteTo24Days() {
        var longest = Duration.ofDays(24);
        return Stream.of(Duration.ofMinutes(1), Duration.ofMillis(60_001), longest.minusMillis(1), longest);
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnotherIdleTimeout(Duration timeout) {
        assertThat(Violations.of(withIdleTimeout(timeout))).containsExactly("idle-timeout at loadBalancer.idleTimeout");
    }

    static Stream<Duration> refusesAnotherIdleTimeout() {
        return Stream.of(
                Duration.ZERO,
                Duration.ofMinutes(-1),
                Duration.ofMillis(59_999),
                Duration.ofMinutes(1).plusNanos(1),
                Duration.ofDays(24).plusMillis(1),
                Duration.ofSeconds(Long.MAX_VALUE),
                Duration.ofSeconds(Long.MIN_VALUE));
    }

    private ClusterSpec withConnections(int connections) {
        return minimal.withLoadBalancer(minimal.loadBalancer().withMaxConnections(connections));
    }

    private ClusterSpec withIdleTimeout(Duration timeout) {
        return minimal.withLoadBalancer(minimal.loadBalancer().withIdleTimeout(timeout));
    }
}
