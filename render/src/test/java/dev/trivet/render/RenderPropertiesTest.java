package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifacts;
import dev.trivet.spec.AddressFamily;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.IpAddress;
import dev.trivet.spec.Master;
import dev.trivet.spec.VirtualAddress;
import dev.trivet.spec.VrrpPeers;
import dev.trivet.testing.ClusterSpecs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** Every valid cluster renders, and every address, priority and id stands where it should and nowhere else. */
@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class RenderPropertiesTest {

    private static final int HAPROXY_LINE_BYTES = 2048;
    private static final int HAPROXY_LINE_WORDS = 64;

    @Property
    void everyFileIsPlainTextThatHaproxyAndTheShellRead(@ForAll("specs") ClusterSpec spec) {
        Sample.of(List.of(spec)).stream()
                .flatMap(sample -> sample.files().stream())
                .forEach(file -> {
                    assertThat(file.text()).as(file.path()).endsWith("\n").doesNotContain("\r", "\t", "${");
                    assertThat(file.text().lines()).allSatisfy(line -> {
                        assertThat(line).isEqualTo(line.stripTrailing());
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(HAPROXY_LINE_BYTES);
                        assertThat(line.strip().split("\\s+")).hasSizeLessThanOrEqualTo(HAPROXY_LINE_WORDS);
                    });
                });
    }

    @Property
    void keepalivedSpeaksFromItsOwnAddressToEveryOther(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        cluster.masters().forEach(master -> {
            var text = standard(cluster)
                    .of(master.name(), NodePaths.KEEPALIVED_CONFIG)
                    .text();
            var others = addresses(cluster.masters().stream().filter(other -> !other.equals(master)));
            if (isUnicast(cluster)) {
                assertThat(ConfigText.values(text, "unicast_src_ip"))
                        .containsExactly(master.address().toString());
                assertThat(ConfigText.block(text, "unicast_peer")).isEqualTo(others);
            } else {
                assertThat(ConfigText.values(text, "mcast_src_ip"))
                        .isEqualTo(isIpv4First(cluster) ? addresses(Stream.of(master)) : List.of());
                assertThat(text).doesNotContain("unicast");
            }
            assertThat(ConfigText.words(text))
                    .filteredOn(word -> mastersAddresses(cluster).contains(word))
                    .doesNotHaveDuplicates();
        });
    }

    @Property
    void keepalivedHasTheClustersElection(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        var router = cluster.virtualRouter();
        cluster.masters().forEach(master -> {
            var text = standard(cluster)
                    .of(master.name(), NodePaths.KEEPALIVED_CONFIG)
                    .text();
            assertThat(ConfigText.values(text, "router_id")).containsExactly(master.name());
            assertThat(ConfigText.values(text, "priority")).containsExactly(String.valueOf(master.priority()));
            assertThat(ConfigText.values(text, "virtual_router_id")).containsExactly(String.valueOf(router.id()));
            assertThat(ConfigText.values(text, "interface")).containsExactly(master.networkInterface());
            assertThat(ConfigText.values(text, "vrrp_version")).containsExactly(String.valueOf(router.version()));
            assertThat(ConfigText.values(text, "auth_pass"))
                    .isEqualTo(router.authPass().stream().toList());
            assertThat(ConfigText.values(text, "weight"))
                    .containsExactly(
                            String.valueOf(cluster.check().weight()),
                            String.valueOf(cluster.check().holderBonus()));
        });
    }

    @Property
    void theVirtualIpMovesWithTheInstance(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        var expected = cluster.virtualRouter().addresses().stream()
                .map(VirtualAddress::address)
                .map(address -> address + (address.family() == AddressFamily.IPV4 ? "/32" : "/128"))
                .toList();
        var files = standard(cluster);
        cluster.masters().forEach(master -> {
            var text = files.of(master.name(), NodePaths.KEEPALIVED_CONFIG).text();
            var device = " dev " + master.networkInterface();
            assertThat(ConfigText.block(text, "virtual_ipaddress")).containsExactly(expected.get(0) + device);
            assertThat(ConfigText.block(text, "virtual_ipaddress_excluded"))
                    .isEqualTo(expected.stream()
                            .skip(1)
                            .map(address -> address + device)
                            .toList());
            assertThat(files.of(master.name(), NodePaths.HOLDS_VIP_SCRIPT).text())
                    .contains("' " + cluster.virtualRouter().address() + "/'");
        });
    }

    @Property
    void haproxyServesEveryMasterOnceAndIsTheSameEverywhere(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        var texts = cluster.masters().stream()
                .map(master -> standard(cluster)
                        .of(master.name(), NodePaths.HAPROXY_CONFIG)
                        .text())
                .distinct()
                .toList();
        assertThat(texts).hasSize(1);
        assertThat(ConfigText.values(texts.get(0), "server"))
                .isEqualTo(cluster.masters().stream()
                        .map(master -> master.name() + " " + master.address().inUrl() + ":" + cluster.apiServerPort()
                                + " check verify none")
                        .toList());
        assertThat(ConfigText.values(texts.get(0), "bind"))
                .containsExactly(
                        (isIpv4Only(cluster) ? "*:" : ":::")
                                + cluster.balancer().port()
                                + (isIpv4Only(cluster) ? "" : " v4v6"),
                        "127.0.0.1:" + cluster.balancer().monitorPort());
    }

    @Provide
    Arbitrary<ClusterSpec> specs() {
        return ClusterSpecs.valid();
    }

    private static Artifacts standard(Cluster cluster) {
        return Renderers.standard().render(cluster);
    }

    private static boolean isUnicast(Cluster cluster) {
        return cluster.virtualRouter().peers() == VrrpPeers.UNICAST
                && cluster.masters().size() > 1;
    }

    private static boolean isIpv4First(Cluster cluster) {
        return cluster.virtualRouter().address().family() == AddressFamily.IPV4;
    }

    private static boolean isIpv4Only(Cluster cluster) {
        return cluster.virtualRouter().addresses().size() == 1 && isIpv4First(cluster);
    }

    private static List<String> addresses(Stream<Master> masters) {
        return masters.map(Master::address).map(IpAddress::toString).toList();
    }

    private static List<String> mastersAddresses(Cluster cluster) {
        return cluster.masters().stream()
                .flatMap(master -> master.addresses().stream())
                .map(IpAddress::toString)
                .toList();
    }
}
