package dev.trivet.render;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as configurations write them. */
final class Times {

    private Times() {}

    /** As keepalived and the shell take them: 0.3, 1, 40.95. */
    static String inSeconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** As HAProxy takes them, in the largest unit that says it exactly: 500ms, 30s, 1h. */
    static String withUnit(Duration duration) {
        if (duration.toMillisPart() != 0) {
            return duration.toMillis() + "ms";
        } else if (duration.toSecondsPart() != 0) {
            return duration.toSeconds() + "s";
        }
        return duration.toMinutesPart() != 0 ? duration.toMinutes() + "m" : duration.toHours() + "h";
    }
}
