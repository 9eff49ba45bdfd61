package dev.trivet.spec;

import inet.ipaddr.IPAddress;

/**
 * A range of addresses that share a prefix.
 *
 * @since 0.1.0
 */
public final class Subnet {

    private final IPAddress block;

    Subnet(IPAddress block) {
        this.block = block;
    }

    /**
     * The family of the subnet's addresses.
     *
     * @return IPv4 or IPv6
     */
    public AddressFamily family() {
        return block.isIPv4() ? AddressFamily.IPV4 : AddressFamily.IPV6;
    }

    /**
     * The length of the prefix, in bits.
     *
     * @return 0 to 32, or 0 to 128
     */
    public int prefixLength() {
        return block.getNetworkPrefixLength();
    }

    /**
     * Whether the address lies in this subnet.
     *
     * @param address an address of any family
     * @return whether it is inside
     */
    public boolean contains(IpAddress address) {
        return block.contains(address.value());
    }

    boolean overlaps(Subnet other) {
        return block.contains(other.block) || other.block.contains(block);
    }

    /** The number of bits that tell the subnet's addresses apart. */
    int hostBits() {
        return block.getBitCount() - prefixLength();
    }

    boolean isNetworkAddress(IpAddress address) {
        return block.getLower().withoutPrefixLength().equals(address.value());
    }

    boolean isBroadcastAddress(IpAddress address) {
        return block.isIPv4() && block.getUpper().withoutPrefixLength().equals(address.value());
    }

    /** Whether the address is neither the network's nor the broadcast address. */
    boolean isHost(IpAddress address) {
        return !isNetworkAddress(address) && !isBroadcastAddress(address);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subnet that && block.equals(that.block);
    }

    @Override
    public int hashCode() {
        return block.hashCode();
    }

    /** The subnet in CIDR form, such as {@code 10.96.0.0/12}. */
    @Override
    public String toString() {
        return block.toCanonicalString();
    }
}
