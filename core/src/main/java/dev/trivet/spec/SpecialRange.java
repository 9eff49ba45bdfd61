package dev.trivet.spec;

import java.util.List;
import java.util.Optional;

/** A range whose addresses mean something of their own to every host, so that no network can be there. */
record SpecialRange(String cidr, String kind) {

    private static final List<SpecialRange> ALL = List.of(
            new SpecialRange("0.0.0.0/8", "unspecified"),
            new SpecialRange("127.0.0.0/8", "loopback"),
            new SpecialRange("169.254.0.0/16", "link-local"),
            new SpecialRange("224.0.0.0/4", "multicast"),
            new SpecialRange("::/96", "unspecified, loopback and embedded IPv4"),
            new SpecialRange("::ffff:0:0/96", "embedded IPv4"),
            new SpecialRange("fe80::/10", "link-local"),
            new SpecialRange("ff00::/8", "multicast"));

    /** One that a subnet reaches into, is within or is around, if any. */
    static Optional<SpecialRange> under(Subnet other) {
        return ALL.stream()
                .filter(range ->
                        Literals.subnet(range.cidr).filter(other::overlaps).isPresent())
                .findFirst();
    }

    /** The range, and of which addresses it is. */
    @Override
    public String toString() {
        return cidr + " of " + kind + " addresses";
    }
}
