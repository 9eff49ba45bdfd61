package dev.trivet.spec;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as the document writes them: a whole number and one unit, as in 300ms, 5s, 10m and 1h. */
final class Durations {

    static final String FORM = "(-?\\d{1,12})(ms|s|m|h)";

    private static final Pattern TEXT = Pattern.compile(FORM);

    /** Not more milliseconds than the pattern has digits for. */
    private static final long MAX_DAYS = 10_000;

    private Durations() {}

    static Optional<Duration> parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.suffix.equals(matcher.group(2)))
                .map(unit -> Duration.ofMillis(count * unit.millis))
                .findFirst();
    }

    /** In the largest unit that divides it; what no unit can say, in ISO form, so that nothing is rounded in silence. */
    static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        if (duration.toNanosPart() % 1_000_000 != 0 || Math.abs(duration.toDays()) > MAX_DAYS) {
            return duration.toString();
        }
        long millis = duration.toMillis();
        return Arrays.stream(Unit.values())
                .filter(unit -> millis % unit.millis == 0)
                .findFirst()
                .map(unit -> millis / unit.millis + unit.suffix)
                .orElseThrow();
    }

    /** Whether a duration lies within two others, and is a whole number of steps. */
    static boolean isWithin(Duration actual, Duration shortest, Duration longest, Duration step) {
        return actual.compareTo(shortest) >= 0
                && actual.compareTo(longest) <= 0
                && actual.toNanos() % step.toNanos() == 0;
    }

    private enum Unit {
        HOUR("h", 3_600_000),
        MINUTE("m", 60_000),
        SECOND("s", 1_000),
        MILLISECOND("ms", 1);

        private final String suffix;
        private final long millis;

        Unit(String suffix, long millis) {
            this.suffix = suffix;
            this.millis = millis;
        }
    }
}
