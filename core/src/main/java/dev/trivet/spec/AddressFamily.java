package dev.trivet.spec;

/**
 * The two families of IP addresses.
 *
 * @since 0.1.0
 */
public enum AddressFamily {
    /** IPv4. */
    IPV4,
    /** IPv6. */
    IPV6
}
