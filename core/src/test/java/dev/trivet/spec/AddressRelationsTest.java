package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the addresses of a spec must be to each other. */
class AddressRelationsTest {

    @Test
    void refusesTwoVirtualIpsOfOneFamily() {
        var minimal = ClusterSpecs.minimal();
        var spec = minimal.withVirtualIp(minimal.virtualIp().withAddresses("192.168.1.50/24", "192.168.1.51/24"));
        assertThat(Violations.of(spec)).containsExactly("address-family-once at virtualIp.address");
    }

    @Test
    void refusesTwoAddressesOfOneFamilyOnAMaster() {
        var spec = Specs.withFirstMaster(master -> master.withAddresses("192.168.1.141", "192.168.1.151"));
        assertThat(Violations.of(spec)).containsExactly("address-family-once at masters[0].address");
    }

    @Test
    void takesBothFamiliesInEitherOrder() {
        var dual = Specs.dualStack();
        assertThat(Violations.of(dual)).isEmpty();
        var reversed = dual.withVirtualIp(dual.virtualIp().withAddresses("fd77::50/64", "192.168.1.50/24"))
                .withMasters(List.of(MasterNode.of("m1", "fd77::1", "192.168.1.1")));
        assertThat(Violations.errorsOf(reversed)).isEmpty();
    }

    @Test
    void refusesAMasterOfOtherFamiliesThanTheVirtualIps() {
        assertThat(Violations.of(Specs.withFirstMaster(master -> master.withAddresses("fd77::1"))))
                .containsExactly("address-families-agree at masters[0].address");
        assertThat(Violations.of(Specs.withFirstMaster(master -> master.withAddresses("192.168.1.141", "fd77::1"))))
                .containsExactly("address-families-agree at masters[0].address");
        assertThat(Violations.of(Specs.withMaster(Specs.dualStack(), 2, master -> master.withAddresses("192.168.1.3"))))
                .containsExactly("address-families-agree at masters[2].address");
    }

    @Test
    void refusesAMasterWithTheFamiliesInAnotherOrder() {
        var spec = Specs.withMaster(Specs.dualStack(), 1, master -> master.withAddresses("fd77::2", "192.168.1.2"));
        assertThat(Violations.of(spec)).containsExactly("address-families-agree at masters[1].address");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.50/25, 192.168.1.126",
        "192.168.1.200/25, 192.168.1.129",
        "10.1.0.1/12, 10.15.255.254",
        "fd77::50/64, fd77::ffff:0:0:1",
        "fd77::50/48, fd77:0:0:1::1"
    })
    void takesAMasterInsideTheVirtualIpsSubnet(String virtualIp, String master) {
        var spec = Specs.at(virtualIp, master)
                .withNetwork(Network.defaults().withPodSubnets(pods(master)).withServiceSubnets(services(master)));
        assertThat(Violations.errorsOf(spec)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.50/25, 192.168.1.129",
        "192.168.1.200/25, 192.168.1.127",
        "10.1.0.1/12, 10.16.0.0",
        "fd77::50/64, fd77:0:0:1::1",
        "fd77::50/48, fd77:0:1::1"
    })
    void refusesAMasterOutsideTheVirtualIpsSubnet(String virtualIp, String master) {
        var spec = Specs.at(virtualIp, master)
                .withNetwork(Network.defaults().withPodSubnets(pods(master)).withServiceSubnets(services(master)));
        assertThat(Violations.errorsOf(spec)).containsExactly("address-in-subnet at masters[0].address");
    }

    @Test
    void looksForEachAddressInTheSubnetOfItsFamily() {
        var spec = Specs.withMaster(Specs.dualStack(), 0, master -> master.withAddresses("192.168.1.1", "fd78::1"));
        assertThat(Violations.of(spec)).containsExactly("address-in-subnet at masters[0].address[1]");
    }

    @Test
    void holdsAVirtualIpThatCannotBeReadAgainstNoMaster() {
        var minimal = ClusterSpecs.minimal();
        var spec = minimal.withVirtualIp(minimal.virtualIp().withAddresses("192.168.2.50/24", "oops"));
        assertThat(Violations.of(spec)).containsExactly("address-format at virtualIp.address[1]");
    }

    @Test
    void refusesAnAddressTwice() {
        var spec = Specs.withMaster(ClusterSpecs.minimal(), 2, master -> master.withAddresses("192.168.1.141"));
        assertThat(Violations.of(spec)).containsExactly("address-unique at masters[2].address");
    }

    @Test
    void refusesAnAddressTwiceHoweverItIsWritten() {
        assertThat(Violations.of(Specs.at("fd77::50/64", "fd77::a", "FD77:0:0::000A", "fd77:0:0:0:0:0:0:b")))
                .containsExactly("address-unique at masters[1].address");
        var dual = Specs.withMaster(Specs.dualStack(), 2, master -> master.withAddresses("192.168.1.3", "fd77::1"));
        assertThat(Violations.of(dual)).containsExactly("address-unique at masters[2].address[1]");
    }

    @Test
    void refusesAVirtualIpThatIsAMastersOwn() {
        assertThat(Violations.of(Specs.at("192.168.1.3/24", "192.168.1.1", "192.168.1.2", "192.168.1.3")))
                .containsExactly("virtual-ip-free at virtualIp.address");
        var dual = Specs.dualStack();
        var spec = dual.withVirtualIp(dual.virtualIp().withAddresses("192.168.1.50/24", "FD77:0::2/64"));
        assertThat(Violations.of(spec)).containsExactly("virtual-ip-free at virtualIp.address[1]");
    }

    private static String pods(String master) {
        return master.contains(":") ? "2001:db8:1::/56" : "172.16.0.0/16";
    }

    private static String services(String master) {
        return master.contains(":") ? "2001:db8:2::/112" : "172.17.0.0/16";
    }
}
