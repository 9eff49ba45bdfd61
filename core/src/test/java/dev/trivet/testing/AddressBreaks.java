package dev.trivet.testing;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Rule;
import dev.trivet.spec.VirtualIp;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Addresses and subnets gone wrong. */
final class AddressBreaks {

    private AddressBreaks() {}

    static List<SpecBreak> all() {
        return List.of(
                SpecBreak.of(Rule.REQUIRED, "virtualIp.address", spec -> virtualIp(spec, ip -> ip.withAddresses())),
                SpecBreak.of(
                        Rule.REQUIRED,
                        "masters[0].address",
                        spec -> NameBreaks.first(spec, master -> master.withAddresses())),
                virtualAddress(Rule.ADDRESS_FORMAT, "192.168.1.50", "fd77::50"),
                virtualAddress(Rule.ADDRESS_FORMAT, "192.168.1.050/24", "fd77::50%eth0/64"),
                virtualAddress(Rule.ADDRESS_KIND, "127.0.0.50/24", "::1/64"),
                virtualAddress(Rule.ADDRESS_KIND, "224.0.0.18/24", "ff02::12/64"),
                subnets(Rule.ADDRESS_KIND, "network.podSubnet", "169.254.0.0/16", "fe80::/48"),
                virtualAddress(Rule.VIRTUAL_IP_PREFIX, "192.168.1.50/31", "fd77::50/127"),
                virtualAddress(Rule.ADDRESS_OF_A_HOST, "192.168.1.0/24", "fd77::/64"),
                masterAddress(Rule.ADDRESS_FORMAT, "192.168.1.0141", "fd77:::1"),
                masterAddress(Rule.ADDRESS_FORMAT, "192.168.1.141/24", "fd77::1/64"),
                masterAddress(Rule.ADDRESS_KIND, "0.0.0.0", "::"),
                masterAddress(Rule.ADDRESS_KIND, "0.0.0.1", "::1"),
                masterAddress(Rule.ADDRESS_KIND, "169.254.1.1", "fe80::1"),
                masterAddress(Rule.ADDRESS_IN_SUBNET, "203.0.113.9", "2001:db8::9"),
                new SpecBreak(Rule.ADDRESS_UNIQUE, "masters[1].address", AddressBreaks::sameAddress),
                new SpecBreak(Rule.VIRTUAL_IP_FREE, "virtualIp.address", AddressBreaks::virtualIpOfMaster),
                new SpecBreak(Rule.ADDRESS_FAMILY_ONCE, "virtualIp.address", AddressBreaks::virtualIpTwice),
                new SpecBreak(Rule.ADDRESS_FAMILIES_AGREE, "masters[0].address", AddressBreaks::otherFamily),
                SpecBreak.of(
                        Rule.SUBNET_FORMAT,
                        "network.podSubnet",
                        spec -> spec.withNetwork(spec.network().withPodSubnets("10.32.0.1/16"))),
                subnets(Rule.SUBNET_SIZE, "network.podSubnet", "10.32.0.0/25", "fd00:aa::/65"),
                new SpecBreak(
                        Rule.SUBNET_SIZE,
                        "network.serviceSubnet",
                        spec -> single(spec, "10.112.0.0/29", "fd00:bb::/125")
                                .map(text -> spec.withNetwork(spec.network().withServiceSubnets(text)))),
                new SpecBreak(Rule.SUBNET_OVERLAP, "network.podSubnet", AddressBreaks::podsOnNodes),
                new SpecBreak(Rule.SUBNET_FAMILIES, "network.podSubnet", AddressBreaks::otherPods),
                new SpecBreak(Rule.DUAL_STACK_VERSION, "kubernetesVersion", AddressBreaks::dualBefore121));
    }

    private static SpecBreak virtualAddress(Rule rule, String ipv4, String ipv6) {
        return new SpecBreak(
                rule,
                "virtualIp.address",
                spec -> single(spec, ipv4, ipv6).map(address -> virtualIp(spec, ip -> ip.withAddresses(address))));
    }

    private static SpecBreak masterAddress(Rule rule, String ipv4, String ipv6) {
        return new SpecBreak(
                rule,
                "masters[0].address",
                spec -> single(spec, ipv4, ipv6)
                        .map(address -> NameBreaks.first(spec, master -> master.withAddresses(address))));
    }

    private static SpecBreak subnets(Rule rule, String path, String ipv4, String ipv6) {
        return new SpecBreak(
                rule,
                path,
                spec -> single(spec, ipv4, ipv6)
                        .map(text -> spec.withNetwork(spec.network().withPodSubnets(text))));
    }

    /** The text of the spec's one family; nothing for two. */
    private static Optional<String> single(ClusterSpec spec, String ipv4, String ipv6) {
        var addresses = spec.virtualIp().addresses();
        return addresses.size() > 1
                ? Optional.empty()
                : Optional.of(addresses.get(0).contains(":") ? ipv6 : ipv4);
    }

    private static ClusterSpec virtualIp(ClusterSpec spec, UnaryOperator<VirtualIp> change) {
        return spec.withVirtualIp(change.apply(spec.virtualIp()));
    }

    private static Optional<ClusterSpec> sameAddress(ClusterSpec spec) {
        return spec.masters().size() < 2 || spec.virtualIp().addresses().size() > 1
                ? Optional.empty()
                : Optional.of(NameBreaks.nth(
                        spec,
                        1,
                        master -> master.withAddresses(spec.masters().get(0).addresses())));
    }

    private static Optional<ClusterSpec> virtualIpOfMaster(ClusterSpec spec) {
        var prefix = spec.virtualIp().addresses().get(0).replaceFirst(".*/", "/");
        return single(spec, "", "")
                .map(family -> virtualIp(
                        spec,
                        ip -> ip.withAddresses(spec.masters().get(0).addresses().get(0) + prefix)));
    }

    private static Optional<ClusterSpec> virtualIpTwice(ClusterSpec spec) {
        var only = spec.virtualIp().addresses().get(0);
        return single(spec, "", "").map(family -> virtualIp(spec, ip -> ip.withAddresses(only, only)));
    }

    private static Optional<ClusterSpec> otherFamily(ClusterSpec spec) {
        return single(spec, "fd77::1", "192.168.1.1")
                .map(address -> NameBreaks.first(spec, master -> master.withAddresses(address)));
    }

    private static Optional<ClusterSpec> podsOnNodes(ClusterSpec spec) {
        var around = spec.virtualIp().addresses().get(0).startsWith("192.") ? "192.168.0.0/16" : "172.16.0.0/12";
        return single(spec, around, "fd77:1:2::/48")
                .map(pods -> spec.withNetwork(spec.network().withPodSubnets(pods)));
    }

    private static Optional<ClusterSpec> otherPods(ClusterSpec spec) {
        return single(spec, "fd00:aa::/48", "10.32.0.0/16")
                .map(pods -> spec.withNetwork(spec.network().withPodSubnets(pods)));
    }

    private static Optional<ClusterSpec> dualBefore121(ClusterSpec spec) {
        return spec.virtualIp().addresses().size() < 2 || !NameBreaks.isAtEndOfLife(spec)
                ? Optional.empty()
                : Optional.of(spec.withKubernetesVersion("1.20.15"));
    }
}
