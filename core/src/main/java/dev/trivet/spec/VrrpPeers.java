package dev.trivet.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the masters' VRRP speakers reach each other.
 *
 * @since 0.1.0
 */
public enum VrrpPeers {
    /** Each speaker sends to every other one by address. Works where multicast is filtered. */
    @JsonProperty("unicast")
    UNICAST,
    /** Each speaker sends to VRRP's multicast group, 224.0.0.18 or ff02::12. */
    @JsonProperty("multicast")
    MULTICAST
}
