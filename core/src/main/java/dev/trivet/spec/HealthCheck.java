package dev.trivet.spec;

import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * How keepalived checks the HAProxy beside it, and what the result is worth in the election.
 *
 * @since 0.1.0
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableHealthCheck.class)
public abstract class HealthCheck implements WithHealthCheck {

    HealthCheck() {}

    /**
     * Nothing said: every setting at its default.
     *
     * @return the settings to start from
     */
    public static HealthCheck defaults() {
        return ImmutableHealthCheck.builder().build();
    }

    /**
     * How often the check runs.
     *
     * @return whole seconds, 1 to 60; by default 1 s
     */
    public abstract Optional<Duration> interval();

    /**
     * When a check that has not ended counts as failed.
     *
     * @return whole seconds, 5 to 60; by default 8 s
     */
    public abstract Optional<Duration> timeout();

    /**
     * How many checks in a row must fail before the master counts as failed.
     *
     * @return 1 to 100; by default 1 (the check itself samples several times)
     */
    public abstract Optional<Integer> fall();

    /**
     * How many checks in a row must succeed before a failed master counts as well.
     *
     * @return 1 to 100; by default 3
     */
    public abstract Optional<Integer> rise();

    /**
     * What a failed check adds to the master's priority.
     *
     * @return -253 to -1; by default -100, or as much as the lowest priority leaves
     */
    public abstract Optional<Integer> weight();

    /**
     * What holding the address adds to the master's priority, so that it does not flap back.
     *
     * @return 1 to 253; by default half of the weight, or as much as the highest priority leaves
     */
    public abstract Optional<Integer> holderBonus();
}
