package dev.trivet.spec;

/**
 * A virtual IP with the subnet that it and the masters lie in.
 *
 * @param address the address
 * @param subnet the masters' subnet
 * @since 0.1.0
 */
public record VirtualAddress(IpAddress address, Subnet subnet) {

    /** Whether the prefix leaves room for masters beside the address. */
    boolean hasFittingPrefix() {
        return subnet.prefixLength() >= 1 && subnet.prefixLength() <= address.bitCount() - 2;
    }

    /** Whether nothing is wrong with it by itself, so that other values can be held against it. */
    boolean isSound() {
        return hasFittingPrefix() && SpecialRange.around(address).isEmpty() && subnet.isHost(address);
    }

    /** The address with its subnet's prefix, such as {@code 192.168.1.50/24}. */
    @Override
    public String toString() {
        return address + "/" + subnet.prefixLength();
    }
}
