package dev.trivet.spec;

import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * HAProxy's front: the same on every master.
 *
 * @since 0.1.0
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableLoadBalancer.class)
public abstract class LoadBalancer implements WithLoadBalancer {

    LoadBalancer() {}

    /**
     * Nothing said: every setting at its default.
     *
     * @return the settings to start from
     */
    public static LoadBalancer defaults() {
        return ImmutableLoadBalancer.builder().build();
    }

    /**
     * The port on the virtual IP and on every master where clients reach the API.
     *
     * @return 1024 to 65535, not the API server's own; by default 8443
     */
    public abstract Optional<Integer> port();

    /**
     * The port on the loopback where HAProxy tells how it is.
     *
     * @return 1024 to 65535; by default 9444
     */
    public abstract Optional<Integer> monitorPort();

    /**
     * The most connections that HAProxy takes at once; unset, it would take the file limit and its memory.
     *
     * @return 100 to 1,000,000; by default 8000
     */
    public abstract Optional<Integer> maxConnections();

    /**
     * How long a connection may be silent, a watch, {@code logs -f} or {@code exec} among them.
     *
     * @return one minute to 24 days; by default one hour
     */
    public abstract Optional<Duration> idleTimeout();
}
