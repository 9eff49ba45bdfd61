package dev.trivet.spec;

import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The VRRP speaker: the same on every master.
 *
 * @since 0.1.0
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableKeepalived.class)
public abstract class Keepalived implements WithKeepalived {

    Keepalived() {}

    /**
     * Nothing said: every setting at its default.
     *
     * @return the settings to start from
     */
    public static Keepalived defaults() {
        return ImmutableKeepalived.builder().build();
    }

    /**
     * The container image. The scripts that decide who holds the address need curl, ip and grep in it.
     *
     * @return an image reference; by default {@code osixia/keepalived:2.0.20}
     */
    @Form(value = ImageRules.REFERENCE, longest = ImageRules.LONGEST_NAME)
    public abstract Optional<String> image();

    /**
     * The VRRP version.
     *
     * @return 2 (RFC 3768) or 3 (RFC 5798); by default 3
     */
    public abstract Optional<Integer> vrrpVersion();

    /**
     * How often the holder tells the others that it is there.
     *
     * @return 10 ms to 40.95 s in steps of 10 ms in version 3, whole seconds from 1 to 255 in version 2; by default 300 ms in
     *     version 3, 1 s in version 2
     */
    public abstract Optional<Duration> advertInterval();

    /**
     * How the masters reach each other.
     *
     * @return by default {@link VrrpPeers#UNICAST}
     */
    public abstract Optional<VrrpPeers> peers();

    /**
     * VRRP's password, sent in clear in every advertisement: a guard against mistakes, not a secret.
     *
     * @return 1 to 8 letters, digits, dots, hyphens or underscores, in version 2 only; by default none
     */
    @Value.Redacted
    @Form(VrrpRules.PASSWORD)
    public abstract Optional<String> authPass();
}
