package dev.trivet.spec;

import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The balancer's program.
 *
 * @since 0.1.0
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableHaproxy.class)
public abstract class Haproxy implements WithHaproxy {

    Haproxy() {}

    /**
     * Nothing said: every setting at its default.
     *
     * @return the settings to start from
     */
    public static Haproxy defaults() {
        return ImmutableHaproxy.builder().build();
    }

    /**
     * The container image, of HAProxy 2.5 or newer.
     *
     * @return an image reference; by default {@code haproxy:3.2}
     */
    @Form(value = ImageRules.REFERENCE, longest = ImageRules.LONGEST_NAME)
    public abstract Optional<String> image();
}
