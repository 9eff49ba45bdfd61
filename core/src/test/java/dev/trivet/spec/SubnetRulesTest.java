package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetRulesTest {

    private final ClusterSpec minimal = ClusterSpecs.minimal();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.32.0.0",
                "10.32.0.1/16",
                "10.32.0.0/33",
                "10.32.0.0/016",
                "10.032.0.0/16",
                "10.32/16",
                "10.32.0.0/255.255.0.0",
                "fd00:aa::1/56",
                "fd00:aa::/129",
                "pods",
                "0.0.0.0/0 "
            })
    void refusesWhatIsNoSubnet(String text) {
        assertThat(Violations.of(withPods(minimal, text))).containsExactly("subnet-format at network.podSubnet");
        assertThat(Violations.of(withServices(minimal, text)))
                .containsExactly("subnet-format at network.serviceSubnet");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, 3", "10.32.0.0/16, 3", "10.32.0.0/22, 3", "10.32.0.0/23, 2", "10.32.0.0/24, 1"})
    void takesPodsFromSlash8ToSlash24WithRoomForEveryMaster(String pods, int masters) {
        var spec = withServices(withPods(Specs.ofMasters(masters), pods), "172.16.0.0/12");
        assertThat(Violations.errorsOf(spec)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/7, 3", "10.32.0.0/25, 1", "10.32.0.0/32, 1", "10.32.0.0/23, 3", "10.32.0.0/24, 2"})
    void refusesPodsOfAnotherSize(String pods, int masters) {
        var spec = withServices(withPods(Specs.ofMasters(masters), pods), "172.16.0.0/12");
        assertThat(Violations.errorsOf(spec)).containsExactly("subnet-size at network.podSubnet");
    }

    @ParameterizedTest
    @CsvSource({"fd00:aa::/48, 3", "fd00:aa::/62, 3", "fd00:aa::/63, 2", "fd00:aa::/64, 1"})
    void takesIpv6PodsFromSlash48ToSlash64(String pods, int masters) {
        var spec = Specs.ipv6().withMasters(Specs.ipv6().masters().subList(0, masters));
        assertThat(Violations.errorsOf(withPods(spec, pods))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fd00:aa::/47, 3", "fd00:aa::/63, 3", "fd00:aa::/64, 2", "fd00:aa::/65, 1", "fd00:aa::/128, 1"})
    void refusesIpv6PodsOfAnotherSize(String pods, int masters) {
        var spec = Specs.ipv6().withMasters(Specs.ipv6().masters().subList(0, masters));
        assertThat(Violations.errorsOf(withPods(spec, pods))).containsExactly("subnet-size at network.podSubnet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"172.16.0.0/12", "10.112.0.0/16", "10.112.0.0/28"})
    void takesServicesFromSlash12ToSlash28(String services) {
        assertThat(Violations.of(withServices(minimal, services))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"172.0.0.0/11", "10.112.0.0/29", "10.112.0.0/32"})
    void refusesServicesOfAnotherSize(String services) {
        assertThat(Violations.of(withServices(minimal, services)))
                .containsExactly("subnet-size at network.serviceSubnet");
    }

    @Test
    void takesIpv6ServicesFromSlash108ToSlash124() {
        assertThat(Violations.of(withServices(Specs.ipv6(), "fd00:bb::/108"))).isEmpty();
        assertThat(Violations.of(withServices(Specs.ipv6(), "fd00:bb::/124"))).isEmpty();
    }

    @Test
    void refusesIpv6ServicesOfAnotherSize() {
        assertThat(Violations.of(withServices(Specs.ipv6(), "fd00:bb::/107")))
                .containsExactly("subnet-size at network.serviceSubnet");
        assertThat(Violations.of(withServices(Specs.ipv6(), "fd00:bb::/125")))
                .containsExactly("subnet-size at network.serviceSubnet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.0.0/16",
                "192.168.1.0/24",
                "192.168.0.0/22",
                "192.160.0.0/11",
                "10.96.0.0/12",
                "10.0.0.0/8"
            })
    void refusesPodsThatOverlapTheMastersOrTheServices(String pods) {
        var place = pods.startsWith("192.") ? "network.podSubnet" : "network.serviceSubnet";
        assertThat(Violations.of(withPods(minimal, pods)))
                .filteredOn(violation -> !violation.startsWith("subnet-size"))
                .containsExactly("subnet-overlap at " + place);
    }

    @Test
    void refusesServicesThatOverlapTheMastersOrThePods() {
        for (String services : new String[] {"192.168.1.128/25", "192.168.0.0/16", "10.244.7.0/24", "10.240.0.0/12"}) {
            assertThat(Violations.of(withServices(minimal, services)))
                    .containsExactly("subnet-overlap at network.serviceSubnet");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/16",
                "0.10.0.0/16",
                "0.0.0.0/8",
                "127.0.0.0/16",
                "127.0.0.0/8",
                "126.0.0.0/7",
                "169.254.0.0/16",
                "169.254.128.0/20",
                "169.252.0.0/14",
                "224.0.0.0/16",
                "239.255.0.0/16",
                "::/64",
                "::ffff:0:0/112",
                "::/80",
                "fe80::/64",
                "febf:ff00::/48",
                "ff00::/48",
                "ffff::/64"
            })
    void refusesSubnetsOfAKindThatNoNetworkHas(String subnet) {
        var spec = subnet.contains(":") ? Specs.ipv6() : minimal;
        assertThat(Violations.of(withPods(spec, subnet)))
                .filteredOn(violation -> !violation.startsWith("subnet-size"))
                .containsExactly("address-kind at network.podSubnet");
        assertThat(Violations.of(withServices(spec, subnet)))
                .filteredOn(violation -> !violation.startsWith("subnet-size"))
                .containsExactly("address-kind at network.serviceSubnet");
    }

    @Test
    void saysWhichRangeASubnetOverlapsAndWhatToChoose() {
        assertThat(withServices(minimal, "127.0.0.0/16").validate().violations())
                .extracting(Violation::message)
                .containsExactly("overlaps 127.0.0.0/8 of loopback addresses; choose a subnet within 10.0.0.0/8");
        assertThat(withServices(Specs.ipv6(), "::ffff:0:0/112").validate().violations())
                .extracting(Violation::message)
                .containsExactly("overlaps ::ffff:0:0/96 of embedded IPv4 addresses; choose a subnet within fd00::/8");
    }

    /** 240.0.0.0/4 as well: it is reserved, and some do use it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0/16",
                "126.255.0.0/16",
                "128.0.0.0/16",
                "169.253.0.0/16",
                "169.255.0.0/16",
                "223.255.0.0/16",
                "240.0.0.0/16",
                "0:0:0:4::/62",
                "fe7f:ffff::/62",
                "fec0::/62",
                "feff::/62"
            })
    void takesSubnetsBesideThose(String subnet) {
        assertThat(Violations.of(withPods(subnet.contains(":") ? Specs.ipv6() : minimal, subnet)))
                .isEmpty();
    }

    @Test
    void takesSubnetsSideBySide() {
        var pods = withPods(minimal, "192.168.4.0/22");
        assertThat(Violations.of(withServices(pods, "192.168.2.0/23"))).isEmpty();
        assertThat(Violations.of(withServices(pods, "192.168.8.0/24"))).isEmpty();
    }

    @Test
    void holdsNoOverlapAgainstAVirtualIpThatIsRefusedAnyway() {
        var spec = withPods(minimal, "192.168.0.0/16");
        assertThat(Violations.of(spec.withVirtualIp(spec.virtualIp().withAddresses("192.168.1.0/24"))))
                .containsExactly("address-of-a-host at virtualIp.address");
    }

    @Test
    void refusesSubnetsOfOtherFamiliesThanTheVirtualIps() {
        assertThat(Violations.of(withPods(minimal, "fd00:aa::/56")))
                .containsExactly("subnet-families at network.podSubnet");
        assertThat(Violations.of(withServices(minimal, "10.112.0.0/16", "fd00:bb::/112")))
                .containsExactly("subnet-families at network.serviceSubnet");
        assertThat(Violations.of(withPods(Specs.dualStack(), "10.32.0.0/16")))
                .containsExactly("subnet-families at network.podSubnet");
        assertThat(Violations.of(withServices(Specs.dualStack(), "fd00:bb::/112", "10.112.0.0/16")))
                .containsExactly("subnet-families at network.serviceSubnet");
    }

    @Test
    void takesBothFamiliesInTheVirtualIpsOrder() {
        var spec = withPods(Specs.dualStack(), "10.32.0.0/16", "fd00:aa::/56");
        assertThat(Violations.of(withServices(spec, "10.112.0.0/16", "fd00:bb::/112")))
                .isEmpty();
    }

    @Test
    void namesTheSubnetOfAListByItsIndex() {
        assertThat(Violations.of(withPods(Specs.dualStack(), "10.32.0.1/16", "fd00:aa::/56")))
                .containsExactly("subnet-format at network.podSubnet[0]");
        assertThat(Violations.of(withServices(Specs.dualStack(), "10.112.0.0/16", "fd00:bb::/64")))
                .containsExactly("subnet-size at network.serviceSubnet[1]");
        assertThat(Violations.of(withPods(Specs.dualStack(), "10.32.0.0/16", "fd77::/56")))
                .containsExactly("subnet-overlap at network.podSubnet[1]");
    }

    private static ClusterSpec withPods(ClusterSpec spec, String... subnets) {
        return spec.withNetwork(spec.network().withPodSubnets(subnets));
    }

    private static ClusterSpec withServices(ClusterSpec spec, String... subnets) {
        return spec.withNetwork(spec.network().withServiceSubnets(subnets));
    }
}
