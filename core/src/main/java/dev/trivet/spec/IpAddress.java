package dev.trivet.spec;

import inet.ipaddr.IPAddress;

/**
 * One IP address, known to be well-formed.
 *
 * @since 0.1.0
 */
public final class IpAddress {

    private final IPAddress value;

    IpAddress(IPAddress value) {
        this.value = value;
    }

    IPAddress value() {
        return value;
    }

    /**
     * The address's family.
     *
     * @return IPv4 or IPv6
     */
    public AddressFamily family() {
        return value.isIPv4() ? AddressFamily.IPV4 : AddressFamily.IPV6;
    }

    /**
     * The number of bits of an address of this family, which as a prefix length means this one host.
     *
     * @return 32 or 128
     */
    public int bitCount() {
        return value.getBitCount();
    }

    /**
     * The address as it stands in a URL or before a port.
     *
     * @return the text, an IPv6 address in brackets
     */
    public String inUrl() {
        return value.isIPv6() ? "[" + this + "]" : toString();
    }

    int lastByte() {
        byte[] bytes = value.getBytes();
        return Byte.toUnsignedInt(bytes[bytes.length - 1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The address in canonical form: dotted decimal, or RFC 5952 for IPv6. */
    @Override
    public String toString() {
        return value.toCanonicalString();
    }
}
