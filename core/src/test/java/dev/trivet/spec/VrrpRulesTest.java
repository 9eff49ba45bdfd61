package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VrrpRulesTest {

    private final ClusterSpec minimal = ClusterSpecs.minimal();

    @ParameterizedTest
    @ValueSource(
            strings = {"e", "eth0", "0", "bond0.100", "br-mgmt", "Wan_1", "fifteenletters0", "lo0", "l", "LO", "lo.1"})
    void takesAnInterfaceOf15Characters(String name) {
        assertThat(Violations.of(withInterface(name))).isEmpty();
        assertThat(Violations.of(Specs.withFirstMaster(master -> master.onInterface(name))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sixteen-letters0",
                ".eth0",
                "-eth0",
                "_x",
                "eth 0",
                "eth0!",
                "eth0:1",
                "a/b",
                "eth0\n",
                "ëth0"
            })
    void refusesAnotherInterface(String name) {
        assertThat(Violations.of(withInterface(name))).containsExactly("interface-name at virtualIp.interface");
        assertThat(Violations.of(Specs.withFirstMaster(master -> master.onInterface(name))))
                .containsExactly("interface-name at masters[0].interface");
    }

    @Test
    void refusesTheLoopbackAsInterface() {
        var own = Specs.withFirstMaster(master -> master.onInterface("lo"));
        assertThat(Violations.of(own)).containsExactly("interface-name at masters[0].interface");
        assertThat(withInterface("lo").validate().violations())
                .extracting(Violation::toString)
                .containsExactly("error: virtualIp.interface = lo: is the loopback, where no other master is;"
                        + " name the interface that has the masters' addresses [interface-name]");
    }

    @Test
    void requiresTheInterfaceUnlessEveryMasterNamesItsOwn() {
        var bare = minimal.withVirtualIp(minimal.virtualIp().withNetworkInterface(Optional.empty()));
        assertThat(Violations.of(bare)).containsExactly("required at virtualIp.interface");
        var two = Specs.withMaster(
                Specs.withMaster(bare, 0, master -> master.onInterface("eno1")),
                1,
                master -> master.onInterface("eno1"));
        assertThat(Violations.of(two)).containsExactly("required at virtualIp.interface");
        assertThat(Violations.of(Specs.withMaster(two, 2, master -> master.onInterface("eno2"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255})
    void takesRouterIds1To255(int id) {
        assertThat(Violations.of(withRouterId(id))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 256, Integer.MAX_VALUE})
    void refusesAnotherRouterId(int id) {
        assertThat(Violations.of(withRouterId(id))).containsExactly("router-id-range at virtualIp.routerId");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void takesVersions2And3(int version) {
        assertThat(Violations.of(withKeepalived(keepalived -> keepalived.withVrrpVersion(version))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 0, 1, 4})
    void refusesAnotherVersion(int version) {
        assertThat(Violations.of(withKeepalived(keepalived -> keepalived.withVrrpVersion(version))))
                .containsExactly("vrrp-version at keepalived.vrrpVersion");
    }

    @Test
    void refusesVersion2WhereTheFirstAddressIsIpv6() {
        var version2 = Keepalived.defaults().withVrrpVersion(2);
        var dual = Specs.dualStack().withKeepalived(version2);
        assertThat(Violations.of(dual)).isEmpty();
        assertThat(Violations.of(Specs.ipv6().withKeepalived(version2)))
                .containsExactly("vrrp-version at keepalived.vrrpVersion");
        var reversed = dual.withVirtualIp(dual.virtualIp().withAddresses("fd77::50/64", "192.168.1.50/24"))
                .withMasters(List.of(MasterNode.of("m1", "fd77::1", "192.168.1.1")));
        assertThat(Violations.errorsOf(reversed)).containsExactly("vrrp-version at keepalived.vrrpVersion");
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 20, 300, 40_940, 40_950})
    void takesHundredthsOfASecondInVersion3(long millis) {
        assertThat(Violations.of(withInterval(3, Duration.ofMillis(millis)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-10, 0, 5, 9, 11, 15, 40_945, 40_951, 40_960, Long.MAX_VALUE})
    void refusesAnotherIntervalInVersion3(long millis) {
        assertThat(Violations.of(withInterval(3, Duration.ofMillis(millis))))
                .containsExactly("advert-interval at keepalived.advertInterval");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 2_000, 254_000, 255_000})
    void takesWholeSecondsInVersion2(long millis) {
        assertThat(Violations.of(withInterval(2, Duration.ofMillis(millis)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 990, 999, 1_001, 1_010, 1_500, 254_999, 255_001, 256_000})
    void refusesAnotherIntervalInVersion2(long millis) {
        assertThat(Violations.of(withInterval(2, Duration.ofMillis(millis))))
                .containsExactly("advert-interval at keepalived.advertInterval");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "42", "8letters", "a.b_c-D9", "........"})
    void takesAPasswordOf8CharactersInVersion2(String password) {
        assertThat(Violations.of(withPassword(2, password))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9letters.", "a b", "a#b", "a\"b", "a\nb", "pässword"})
    void refusesAnotherPassword(String password) {
        assertThat(Violations.of(withPassword(2, password))).containsExactly("auth-pass-format at keepalived.authPass");
    }

    @Test
    void refusesAPasswordInVersion3() {
        assertThat(Violations.of(withPassword(3, "42"))).containsExactly("auth-pass-version at keepalived.authPass");
        assertThat(Violations.of(withKeepalived(keepalived -> keepalived.withAuthPass("42"))))
                .containsExactly("auth-pass-version at keepalived.authPass");
    }

    @Test
    void saysOfAPasswordOnlyHowLongItIs() {
        assertThat(withPassword(3, "secret secret").validate().violations())
                .hasSize(2)
                .noneMatch(violation -> violation.toString().contains("secret"))
                .allMatch(violation -> violation.actual().equals("13 characters"));
    }

    private ClusterSpec withInterface(String name) {
        return minimal.withVirtualIp(minimal.virtualIp().onInterface(name));
    }

    private ClusterSpec withRouterId(int id) {
        return minimal.withVirtualIp(minimal.virtualIp().withRouterId(id));
    }

    private ClusterSpec withInterval(int version, Duration interval) {
        return withKeepalived(keepalived -> keepalived.withVrrpVersion(version).withAdvertInterval(interval));
    }

    private ClusterSpec withPassword(int version, String password) {
        return withKeepalived(keepalived -> keepalived.withVrrpVersion(version).withAuthPass(password));
    }

    private ClusterSpec withKeepalived(UnaryOperator<Keepalived> change) {
        return minimal.withKeepalived(change.apply(minimal.keepalived()));
    }
}
