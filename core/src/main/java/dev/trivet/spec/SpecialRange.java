package dev.trivet.spec;

import java.util.List;
import java.util.Optional;

/** A range whose addresses mean something of their own to every host, so that no network and no host for others can be there. */
record SpecialRange(Subnet subnet, String kind) {

    private static final List<SpecialRange> ALL = List.of(
            range("0.0.0.0/8", "\"this network\""),
            range("127.0.0.0/8", "loopback"),
            range("169.254.0.0/16", "link-local"),
            range("224.0.0.0/4", "multicast"),
            range("255.255.255.255/32", "broadcast"),
            range("::/96", "unspecified, loopback and embedded IPv4"),
            range("::ffff:0:0/96", "embedded IPv4"),
            range("fe80::/10", "link-local"),
            range("ff00::/8", "multicast"));

    /** One that a subnet reaches into, is within or is around, if any. */
    static Optional<SpecialRange> under(Subnet other) {
        return ALL.stream().filter(range -> range.subnet.overlaps(other)).findFirst();
    }

    /** The one that an address is in, if any. */
    static Optional<SpecialRange> around(IpAddress address) {
        return ALL.stream().filter(range -> range.subnet.contains(address)).findFirst();
    }

    private static SpecialRange range(String cidr, String kind) {
        return new SpecialRange(Literals.subnet(cidr).orElseThrow(), kind);
    }

    /** The range, and of which addresses it is. */
    @Override
    public String toString() {
        return subnet + " of " + kind + " addresses";
    }
}
