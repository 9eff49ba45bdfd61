package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses each by itself; see AddressRelationsTest for the rules between them. */
class AddressRulesTest {

    @Test
    void requiresAVirtualIp() {
        var minimal = ClusterSpecs.minimal();
        assertThat(Violations.of(minimal.withVirtualIp(minimal.virtualIp().withAddresses())))
                .containsExactly("required at virtualIp.address");
    }

    @Test
    void requiresAnAddressOfEachMaster() {
        assertThat(Violations.of(Specs.withFirstMaster(master -> master.withAddresses())))
                .containsExactly("required at masters[0].address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "192.168.1.50",
                "fd00::50",
                "192.168.1.50/",
                "192.168.1.50/024",
                "192.168.1.50/33",
                "fd00::50/129",
                "192.168.1.50/-1",
                "192.168.1.050/24",
                "192.168.1.50/255.255.255.0",
                "192.168.1.50/24/24",
                "/24",
                "192.168.1.50 /24",
                "fd00::50%eth0/64",
                "api.example.org/24"
            })
    void refusesAVirtualIpThatIsNoAddressWithAPrefix(String text) {
        assertThat(Violations.of(withVirtualIp(text))).containsExactly("address-format at virtualIp.address");
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.50, 192.168.1.50/24", "fd00::50, fd00::50/64"})
    void saysHowToWriteAMissingPrefix(String text, String example) {
        assertThat(withVirtualIp(text).validate().violations())
                .extracting(Violation::message)
                .containsExactly("has no prefix; add the masters' subnet's, as in " + example);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "192.168.1.141/24",
                "192.168.1.0141",
                "192.168.1",
                "192.168.1.256",
                "fd77:::1",
                "fd77::1%eth0",
                "[fd77::1]",
                "m1.example.org",
                " 192.168.1.141",
                "192.168.1.1-9",
                "192.168.1.*"
            })
    void refusesAMasterThatIsNoAddress(String text) {
        assertThat(Violations.of(Specs.withFirstMaster(master -> master.withAddresses(text))))
                .containsExactly("address-format at masters[0].address");
    }

    @Test
    void refusesAPrefixOnAMasterOfALongerList() {
        var spec = Specs.withMaster(Specs.dualStack(), 1, master -> master.withAddresses("192.168.1.2", "fd77::2/64"));
        assertThat(Violations.of(spec)).containsExactly("address-format at masters[1].address[1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.0.0.1",
                "0.255.255.254",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.255.254",
                "224.0.0.18",
                "239.255.255.255",
                "255.255.255.255",
                "::",
                "::1",
                "::2",
                "::a00:32",
                "::ffff:a00:32",
                "fe80::1",
                "febf:ffff::1",
                "ff00::1",
                "ff02::12",
                "ffff::1"
            })
    void refusesAnAddressOfAKindThatNoHostHas(String address) {
        var prefix = address.contains(":") ? "/64" : "/24";
        assertThat(Violations.of(withVirtualIp(address + prefix))).containsExactly("address-kind at virtualIp.address");
        var spec = address.contains(":") ? Specs.ipv6() : ClusterSpecs.minimal();
        assertThat(Violations.of(Specs.withMaster(spec, 0, master -> master.withAddresses(address))))
                .containsExactly("address-kind at masters[0].address");
    }

    @ParameterizedTest
    @CsvSource({
        "126.255.255, 1",
        "128.0.0, 1",
        "169.253.255, 1",
        "169.255.0, 1",
        "223.255.255, 1",
        "1.0.0, 1",
        "100.64.0, 1",
        "203.0.113, 1",
        "fe7f::, 1",
        "fec0::, 1",
        "feff::, 1",
        "2001:db8::, 1",
        "::1:0:0:, 1"
    })
    void takesTheAddressesBesideThose(String network, int first) {
        var host = network.endsWith(":") ? network : network + ".";
        var prefix = network.endsWith(":") ? "/64" : "/24";
        var spec = Specs.at(host + "50" + prefix, host + first, host + 3, host + 4);
        assertThat(Violations.of(spec)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.49/30, 192.168.1.50",
        "192.168.1.49/29, 192.168.1.50",
        "192.168.1.50/1, 192.168.1.51",
        "fd77::1/126, fd77::2",
        "fd77::1/64, fd77::2"
    })
    void takesAVirtualIpWhosePrefixLeavesRoomForMasters(String virtualIp, String master) {
        assertThat(Violations.errorsOf(Specs.at(virtualIp, master))).isEmpty();
    }

    @Test
    void takesAnIpv6PrefixOfOneBit() {
        var network = Network.defaults().withPodSubnets("2001:db8:1::/56").withServiceSubnets("2001:db8:2::/112");
        assertThat(Violations.errorsOf(Specs.at("fd77::1/1", "fd77::2").withNetwork(network)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.1.50/0",
                "192.168.1.50/31",
                "192.168.1.50/32",
                "fd77::50/0",
                "fd77::50/127",
                "fd77::50/128"
            })
    void refusesAVirtualIpWithAnotherPrefix(String text) {
        assertThat(Violations.of(withVirtualIp(text))).containsExactly("virtual-ip-prefix at virtualIp.address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.0/24", "192.168.1.255/24", "192.168.1.48/30", "192.168.1.51/30", "fd77::/64"})
    void refusesAVirtualIpThatMeansTheWholeSubnet(String text) {
        assertThat(Violations.of(withVirtualIp(text))).containsExactly("address-of-a-host at virtualIp.address");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.50/24, 192.168.1.0",
        "192.168.1.50/24, 192.168.1.255",
        "192.168.1.49/30, 192.168.1.48",
        "192.168.1.49/30, 192.168.1.51",
        "fd77::50/64, 'fd77::'"
    })
    void refusesAMasterThatMeansTheWholeSubnet(String virtualIp, String master) {
        assertThat(Violations.errorsOf(Specs.at(virtualIp, master)))
                .containsExactly("address-of-a-host at masters[0].address");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.1/24, 192.168.1.254",
        "192.168.0.255/23, 192.168.1.0",
        "fd77::1/64, fd77::ffff:ffff:ffff:ffff"
    })
    void takesTheFirstAndTheLastHostOfASubnet(String virtualIp, String master) {
        assertThat(Violations.errorsOf(Specs.at(virtualIp, master))).isEmpty();
    }

    private static ClusterSpec withVirtualIp(String text) {
        var minimal = ClusterSpecs.minimal();
        return minimal.withVirtualIp(minimal.virtualIp().withAddresses(text));
    }
}
