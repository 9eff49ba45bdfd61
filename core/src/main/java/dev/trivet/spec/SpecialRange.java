package dev.trivet.spec;

import java.util.Arrays;
import java.util.Optional;

/** Ranges whose addresses mean something of their own to every host, so that no network can be there. */
enum SpecialRange {
    THIS_NETWORK("0.0.0.0/8", "unspecified"),
    LOOPBACK("127.0.0.0/8", "loopback"),
    LINK_LOCAL("169.254.0.0/16", "link-local"),
    MULTICAST("224.0.0.0/4", "multicast"),
    IPV4_COMPATIBLE("::/96", "unspecified, loopback and embedded IPv4"),
    IPV4_MAPPED("::ffff:0:0/96", "embedded IPv4"),
    IPV6_LINK_LOCAL("fe80::/10", "link-local"),
    IPV6_MULTICAST("ff00::/8", "multicast");

    private final Subnet subnet;
    private final String kind;

    SpecialRange(String subnet, String kind) {
        this.subnet = Literals.subnet(subnet).orElseThrow();
        this.kind = kind;
    }

    /** One that a subnet reaches into, is within or is around, if any. */
    static Optional<SpecialRange> under(Subnet other) {
        return Arrays.stream(values())
                .filter(range -> range.subnet.overlaps(other))
                .findFirst();
    }

    /** The range, and of which addresses it is. */
    @Override
    public String toString() {
        return subnet + " of " + kind + " addresses";
    }
}
