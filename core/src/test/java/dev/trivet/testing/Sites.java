package dev.trivet.testing;

import dev.trivet.spec.MasterNode;
import dev.trivet.spec.VirtualIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary places for a cluster: subnets, hosts and their names. */
final class Sites {

    private Sites() {}

    static Arbitrary<Site> sites() {
        var families = Arbitraries.of(Site.Families.values());
        var counts =
                Arbitraries.frequency(Tuple.of(8, 3), Tuple.of(4, 5), Tuple.of(1, 1), Tuple.of(1, 2), Tuple.of(1, 7));
        return counts.flatMap(count -> Combinators.combine(
                        families,
                        ipv4Subnets(),
                        ipv6Subnets(),
                        hosts(count + 1),
                        names(count),
                        interfaces(count),
                        labels(),
                        Arbitraries.integers().between(1, 255).optional(0.3))
                .as((family, ipv4, ipv6, hosts, names, interfaces, label, routerId) -> {
                    var virtualIp = VirtualIp.of("")
                            .withAddresses(family.pick(
                                    ipv4.formatted(hosts.get(0)) + "/24", "%s%x/64".formatted(ipv6, hosts.get(0))))
                            .withRouterId(routerId)
                            .withNetworkInterface(interfaces.get(0));
                    var masters = new ArrayList<MasterNode>();
                    for (int i = 0; i < count; i++) {
                        masters.add(MasterNode.of(names.get(i), "")
                                .withAddresses(family.pick(
                                        ipv4.formatted(hosts.get(i + 1)), "%s%x".formatted(ipv6, hosts.get(i + 1))))
                                .withNetworkInterface(interfaces.get(i + 1)));
                    }
                    return new Site(label, virtualIp, masters, family);
                }));
    }

    /** Private subnets that no default of the pods or services overlaps. */
    private static Arbitrary<String> ipv4Subnets() {
        var third = Arbitraries.integers().between(0, 255);
        return Arbitraries.oneOf(
                third.map(byte3 -> "192.168." + byte3 + ".%d"),
                Combinators.combine(Arbitraries.integers().between(16, 31), third)
                        .as((byte2, byte3) -> "172." + byte2 + "." + byte3 + ".%d"));
    }

    private static Arbitrary<String> ipv6Subnets() {
        return Arbitraries.integers().between(1, 0xffff).map("fd77:1:2:%x::"::formatted);
    }

    private static Arbitrary<List<Integer>> hosts(int count) {
        return Arbitraries.integers()
                .between(1, 254)
                .set()
                .ofSize(count)
                .map((Set<Integer> hosts) -> List.copyOf(hosts));
    }

    private static Arbitrary<List<String>> names(int count) {
        return Combinators.combine(labels(), Arbitraries.of("", ".example.org", "-rack.dc1"))
                .as((stem, domain) -> {
                    var names = new ArrayList<String>();
                    for (int i = 1; i <= count; i++) {
                        names.add(stem + i + domain);
                    }
                    return names;
                });
    }

    /** The virtual IP's, then each master's: either all masters have their own, or the virtual IP's stands for all. */
    private static Arbitrary<List<java.util.Optional<String>>> interfaces(int masters) {
        var name = Arbitraries.of("eth0", "eno1", "enp3s0f1", "bond0", "br-mgmt", "bond0.100", "Wan_1");
        return Combinators.combine(name, name, Arbitraries.of(true, false)).as((shared, own, everyMaster) -> {
            var interfaces = new ArrayList<java.util.Optional<String>>();
            interfaces.add(everyMaster ? java.util.Optional.empty() : java.util.Optional.of(shared));
            for (int i = 0; i < masters; i++) {
                interfaces.add(
                        everyMaster || i % 2 == 1 ? java.util.Optional.of(own) : java.util.Optional.<String>empty());
            }
            return interfaces;
        });
    }

    private static Arbitrary<String> labels() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(label -> !label.startsWith("-") && !label.endsWith("-"));
    }
}
