package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    private static final long MILLIS_OF_10_000_DAYS = 864_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "300ms, PT0.3S",
        "1ms, PT0.001S",
        "5s, PT5S",
        "10m, PT10M",
        "1h, PT1H",
        "576h, PT576H",
        "0s, PT0S",
        "0h, PT0S",
        "-5s, PT-5S",
        "007s, PT7S",
        "60000ms, PT1M",
        "999999999999ms, PT999999999.999S",
        "999999999999h, PT999999999999H"
    })
    void readsANumberAndAUnit(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "s",
                "5 s",
                " 5s",
                "5s ",
                "5S",
                "5sec",
                "5d",
                "1.5s",
                "1h30m",
                "+5s",
                "--5s",
                "5s\n",
                "٥s",
                "PT5S",
                "1000000000000ms"
            })
    void readsNothingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT0.001S, 1ms",
        "PT1.5S, 1500ms",
        "PT60S, 1m",
        "PT90S, 90s",
        "PT60M, 1h",
        "PT90M, 90m",
        "PT24H, 24h",
        "PT-5S, -5s",
        "PT-0.3S, -300ms"
    })
    void writesTheLargestUnitThatDividesIt(Duration duration, String text) {
        assertThat(Durations.format(duration)).isEqualTo(text);
    }

    @Test
    void writesInIsoFormWhatNoUnitCanSay() {
        assertThat(Durations.format(Duration.ofNanos(1))).isEqualTo("PT0.000000001S");
        assertThat(Durations.format(Duration.ofMillis(1).plusNanos(1))).isEqualTo("PT0.001000001S");
        assertThat(Durations.format(Duration.ofSeconds(Long.MAX_VALUE))).startsWith("PT");
        assertThat(Durations.format(Duration.ofSeconds(Long.MIN_VALUE))).startsWith("PT-");
        assertThat(Durations.format(Duration.ofDays(10_001))).isEqualTo("PT240024H");
    }

    @Property
    void readsWhatItWrites(@ForAll @LongRange(min = -MILLIS_OF_10_000_DAYS, max = MILLIS_OF_10_000_DAYS) long millis) {
        var duration = Duration.ofMillis(millis);
        assertThat(Durations.parse(Durations.format(duration))).contains(duration);
    }

    @Test
    void isWithinItsBoundsInWholeSteps() {
        var second = Duration.ofSeconds(1);
        var minute = Duration.ofMinutes(1);
        assertThat(Durations.isWithin(second, second, minute, second)).isTrue();
        assertThat(Durations.isWithin(minute, second, minute, second)).isTrue();
        assertThat(Durations.isWithin(second.minusNanos(1), second, minute, second))
                .isFalse();
        assertThat(Durations.isWithin(second.plusNanos(1), second, minute, second))
                .isFalse();
        assertThat(Durations.isWithin(minute.plusSeconds(1), second, minute, second))
                .isFalse();
    }
}
