package dev.trivet.testing;

import dev.trivet.spec.MasterNode;
import dev.trivet.spec.VirtualIp;
import java.util.List;

/** A name, masters and the virtual IP that fits them. */
record Site(String name, VirtualIp virtualIp, List<MasterNode> masters, Families families) {

    enum Families {
        IPV4,
        IPV6,
        IPV4_IPV6,
        IPV6_IPV4;

        boolean isDual() {
            return this == IPV4_IPV6 || this == IPV6_IPV4;
        }

        /** The values of the families, in order. */
        <T> List<T> pick(T ipv4, T ipv6) {
            return switch (this) {
                case IPV4 -> List.of(ipv4);
                case IPV6 -> List.of(ipv6);
                case IPV4_IPV6 -> List.of(ipv4, ipv6);
                case IPV6_IPV4 -> List.of(ipv6, ipv4);
            };
        }
    }
}
