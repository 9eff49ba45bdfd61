package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cluster has where its spec is silent. */
class DefaultsTest {

    private final ClusterSpec minimal = ClusterSpecs.minimal();
    private final Cluster cluster = minimal.validate().orThrow();

    @Test
    void keepsWhatWasSaid() {
        assertThat(cluster.spec()).isEqualTo(minimal);
        assertThat(cluster.name()).isEqualTo("edge");
        assertThat(cluster.kubernetesVersion()).hasToString("v1.35.9").isEqualTo(new KubernetesVersion(35, 9, ""));
        assertThat(cluster).hasToString(minimal.toString());
    }

    @Test
    void speaksVrrp3UnicastEvery300Milliseconds() {
        var router = cluster.virtualRouter();
        assertThat(router.addresses()).extracting(VirtualAddress::toString).containsExactly("192.168.1.50/24");
        assertThat(router.address()).hasToString("192.168.1.50");
        assertThat(router.version()).isEqualTo(3);
        assertThat(router.advertInterval()).isEqualTo(Duration.ofMillis(300));
        assertThat(router.peers()).isEqualTo(VrrpPeers.UNICAST);
        assertThat(router.authPass()).isEmpty();
    }

    @Test
    void advertisesEverySecondInVersion2() {
        var spec = minimal.withKeepalived(minimal.keepalived().withVrrpVersion(2));
        assertThat(spec.validate().orThrow().virtualRouter().advertInterval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void givesEveryMasterThePriorityAndTheInterface() {
        assertThat(cluster.masters()).extracting(Master::name).containsExactly("m1", "m2", "m3");
        assertThat(cluster.masters()).extracting(Master::priority).containsExactly(200, 180, 160);
        assertThat(cluster.masters()).extracting(Master::networkInterface).containsOnly("eth0");
        assertThat(cluster.masters())
                .extracting(master -> master.address().toString())
                .containsExactly("192.168.1.141", "192.168.1.142", "192.168.1.143");
    }

    @Test
    void prefersTheInterfaceThatAMasterNames() {
        var spec = Specs.withFirstMaster(master -> master.onInterface("eno1"));
        assertThat(spec.validate().orThrow().masters())
                .extracting(Master::networkInterface)
                .containsExactly("eno1", "eth0", "eth0");
    }

    @Test
    void balancesOnPort8443() {
        assertThat(cluster.balancer()).isEqualTo(new Balancer(8443, 9444, 8000, Duration.ofHours(1)));
        assertThat(cluster.apiServerPort()).isEqualTo(6443);
        assertThat(cluster.endpoint())
                .isEqualTo(new Endpoint("192.168.1.50", 8443))
                .hasToString("192.168.1.50:8443");
    }

    @Test
    void checksEverySecond() {
        assertThat(cluster.check())
                .isEqualTo(new BalancerCheck(Duration.ofSeconds(1), Duration.ofSeconds(8), 1, 3, -100, 50));
    }

    @Test
    void weakensTheWeightForLowPriorities() {
        var spec = Specs.withMaster(minimal, 2, master -> master.withPriority(90));
        var low = spec.validate().orThrow();
        assertThat(low.masters()).extracting(Master::priority).containsExactly(130, 110, 90);
        assertThat(low.check().weight()).isEqualTo(-89);
        assertThat(low.check().holderBonus()).isEqualTo(44);
    }

    @Test
    void takesTheArticlesPrioritiesWithAWeightThatFitsThem() {
        var article = Specs.withPriorities(List.of(100, 99, 98)).validate();
        assertThat(article.violations()).isEmpty();
        assertThat(article.orThrow().check().weight()).isEqualTo(-97);
        assertThat(article.orThrow().check().holderBonus()).isEqualTo(48);
    }

    @Test
    void givesHalfOfAWrittenWeightAsBonus() {
        var spec = minimal.withHealthCheck(minimal.healthCheck().withWeight(-10));
        var check = spec.validate().orThrow();
        assertThat(check.check().holderBonus()).isEqualTo(5);
        assertThat(check.masters()).extracting(Master::priority).containsExactly(200, 198, 196);
    }

    @Test
    void runsTheImagesThatWereTried() {
        assertThat(cluster.images()).isEqualTo(new Images("osixia/keepalived:2.0.20", "haproxy:3.2"));
    }

    @Test
    void tellsKubeadmTheNewestFormatAndNothingElse() {
        var kubeadm = cluster.kubeadm();
        assertThat(kubeadm.configApi().apiVersion()).isEqualTo("kubeadm.k8s.io/v1beta4");
        assertThat(kubeadm.imageRepository()).isEmpty();
        assertThat(kubeadm.criSocket()).isEmpty();
        assertThat(kubeadm.ignorePreflightErrors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.20.0, V1BETA2",
        "1.21.14, V1BETA2",
        "1.22.0, V1BETA3",
        "1.26.0, V1BETA3",
        "1.30.14, V1BETA3",
        "1.31.0, V1BETA4",
        "1.40.0, V1BETA4"
    })
    void choosesTheNewestFormatThatTheVersionReads(String version, KubeadmApi api) {
        var spec = minimal.withKubernetesVersion(version);
        assertThat(spec.validate().orThrow().kubeadm().configApi()).isEqualTo(api);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.50/24, 192.168.1.141, 50", "192.168.1.1/24, 192.168.1.141, 1", "192.168.0.255/23, 192.168.0.1, 255",
        "192.168.2.0/22, 192.168.1.141, 1", "fd77::50/64, fd77::1, 80", "fd77::1:ff/64, fd77::1, 255",
        "fd77::100/64, fd77::1, 1"
    })
    void takesTheRouterIdFromTheAddressesLastByte(String virtualIp, String master, int id) {
        assertThat(Specs.at(virtualIp, master)
                        .validate()
                        .orThrow()
                        .virtualRouter()
                        .id())
                .isEqualTo(id);
    }

    @Test
    void putsPodsAndServicesWhereKubeadmsUsersHaveThem() {
        assertThat(cluster.network().podSubnets()).extracting(Subnet::toString).containsExactly("10.244.0.0/16");
        assertThat(cluster.network().serviceSubnets())
                .extracting(Subnet::toString)
                .containsExactly("10.96.0.0/12");
        assertThat(cluster.network().dnsDomain()).isEqualTo("cluster.local");
    }

    @Test
    void hasSubnetsOfTheVirtualIpsFamilies() {
        var ipv6 = Specs.ipv6().validate().orThrow().network();
        assertThat(ipv6.podSubnets()).extracting(Subnet::toString).containsExactly("fd00:10:244::/56");
        assertThat(ipv6.serviceSubnets()).extracting(Subnet::toString).containsExactly("fd00:10:96::/112");
        var dual = Specs.dualStack().validate().orThrow().network();
        assertThat(dual.podSubnets()).extracting(Subnet::toString).containsExactly("10.244.0.0/16", "fd00:10:244::/56");
        assertThat(dual.serviceSubnets())
                .extracting(Subnet::toString)
                .containsExactly("10.96.0.0/12", "fd00:10:96::/112");
    }

    @Test
    void putsAnIpv6EndpointInBrackets() {
        assertThat(Specs.ipv6().validate().orThrow().endpoint()).hasToString("[fd77::50]:8443");
        assertThat(Specs.dualStack().validate().orThrow().endpoint()).hasToString("192.168.1.50:8443");
    }

    @Test
    void namesTheEndpointAsWritten() {
        var named = minimal.withEndpointName("api.example.org");
        var endpoint = named.withLoadBalancer(minimal.loadBalancer().withPort(7443))
                .validate()
                .orThrow()
                .endpoint();
        assertThat(endpoint).hasToString("api.example.org:7443");
    }

    @Test
    void certifiesTheVirtualIpTheEndpointEveryMasterAndTheRestInThisOrder() {
        var spec = Specs.dualStack()
                .withEndpointName("api.example.org")
                .withApiServer(ApiServer.defaults()
                        .withCertSans("*.example.org", "m2", "FD77:0::50", "2001:DB8::0007", "10.9.8.7"));
        assertThat(spec.validate().orThrow().certSans())
                .containsExactly(
                        "192.168.1.50",
                        "fd77::50",
                        "api.example.org",
                        "m1",
                        "192.168.1.1",
                        "fd77::1",
                        "m2",
                        "192.168.1.2",
                        "fd77::2",
                        "m3",
                        "192.168.1.3",
                        "fd77::3",
                        "*.example.org",
                        "2001:db8::7",
                        "10.9.8.7");
    }

    @Test
    void fillsInNothingThatWasWritten() {
        var written = EverySetting.spec().withKeepalived(Keepalived.defaults().withPeers(VrrpPeers.MULTICAST));
        var full = written.validate().orThrow();
        assertThat(full.virtualRouter().peers()).isEqualTo(VrrpPeers.MULTICAST);
        assertThat(full.kubeadm().criSocket()).contains("unix:///run/containerd/containerd.sock");
        assertThat(full.kubeadm().ignorePreflightErrors()).containsExactly("Swap", "NumCPU");
        assertThat(full.images().haproxy()).isEqualTo("haproxy:3.2");
    }
}
