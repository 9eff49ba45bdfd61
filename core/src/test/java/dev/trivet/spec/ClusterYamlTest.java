package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterYamlTest {

    private static final String EVERY_KEY = """
            apiVersion: trivet.dev/v1alpha1
            kind: ControlPlane
            name: edge                        # RFC 1123 label
            kubernetesVersion: 1.35.9
            virtualIp:
              address: 192.168.1.50/24
              interface: eth0
              routerId: 50
            masters:
              - {name: m1, address: 192.168.1.141}
              - {name: m2, address: 192.168.1.142}
              - {name: m3, address: 192.168.1.143, priority: 160, interface: eno1}
            loadBalancer:
              port: 8443
              monitorPort: 9444
              maxConnections: 8000
              idleTimeout: 1h
            endpointName: api.example.org
            apiServer:
              port: 6443
              certSans: [10.0.0.1, "*.example.org"]
            keepalived:
              image: osixia/keepalived:2.0.20
              vrrpVersion: 3
              advertInterval: 300ms
              peers: multicast
              authPass: 42
            haproxy:
              image: haproxy:3.2
            healthCheck: {interval: 1s, timeout: 8s, fall: 1, rise: 3, weight: -100, holderBonus: 50}
            network: {podSubnet: 10.244.0.0/16, serviceSubnet: 10.96.0.0/12, dnsDomain: cluster.local}
            kubeadm:
              imageRepository: registry.k8s.io
              criSocket: unix:///run/containerd/containerd.sock
              ignorePreflightErrors: [Swap, NumCPU]
              configApi: v1beta4
            """;

    private static ClusterSpec everySetting() {
        return ClusterSpec.named("edge")
                .kubernetesVersion("1.35.9")
                .virtualIp(VirtualIp.of("192.168.1.50/24").onInterface("eth0").withRouterId(50))
                .master("m1", "192.168.1.141")
                .master("m2", "192.168.1.142")
                .master(MasterNode.of("m3", "192.168.1.143").withPriority(160).onInterface("eno1"))
                .loadBalancer(LoadBalancer.defaults()
                        .withPort(8443)
                        .withMonitorPort(9444)
                        .withMaxConnections(8000)
                        .withIdleTimeout(Duration.ofHours(1)))
                .endpointName("api.example.org")
                .apiServer(ApiServer.defaults().withPort(6443).withCertSans("10.0.0.1", "*.example.org"))
                .keepalived(keepalived())
                .haproxy(Haproxy.defaults().withImage("haproxy:3.2"))
                .healthCheck(healthCheck())
                .network(Network.defaults()
                        .withPodSubnets("10.244.0.0/16")
                        .withServiceSubnets("10.96.0.0/12")
                        .withDnsDomain("cluster.local"))
                .kubeadm(Kubeadm.defaults()
                        .withImageRepository("registry.k8s.io")
                        .withCriSocket("unix:///run/containerd/containerd.sock")
                        .withIgnorePreflightErrors("Swap", "NumCPU")
                        .withConfigApi(KubeadmApi.V1BETA4))
                .build();
    }

    private static Keepalived keepalived() {
        return Keepalived.defaults()
                .withImage("osixia/keepalived:2.0.20")
                .withVrrpVersion(3)
                .withAdvertInterval(Duration.ofMillis(300))
                .withPeers(VrrpPeers.MULTICAST)
                .withAuthPass("42");
    }

    private static HealthCheck healthCheck() {
        return HealthCheck.defaults()
                .withInterval(Duration.ofSeconds(1))
                .withTimeout(Duration.ofSeconds(8))
                .withFall(1)
                .withRise(3)
                .withWeight(-100)
                .withHolderBonus(50);
    }

    @Test
    void readsEveryKey() {
        assertThat(ClusterYaml.read(EVERY_KEY)).isEqualTo(everySetting());
    }

    @Test
    void writesEveryKeyInTheDocumentsOrder() {
        assertThat(ClusterYaml.read(ClusterYaml.write(everySetting()))).isEqualTo(everySetting());
        assertThat(ClusterYaml.write(everySetting()).lines().filter(line -> line.matches("[a-z].*")))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly(
                        "apiVersion",
                        "kind",
                        "name",
                        "kubernetesVersion",
                        "virtualIp",
                        "masters",
                        "loadBalancer",
                        "endpointName",
                        "apiServer",
                        "keepalived",
                        "haproxy",
                        "healthCheck",
                        "network",
                        "kubeadm");
    }

    @Test
    void writesNothingThatWasNotSaid() {
        assertThat(ClusterYaml.write(ClusterSpecs.minimal())).isEqualTo("""
                        apiVersion: trivet.dev/v1alpha1
                        kind: ControlPlane
                        name: "edge"
                        kubernetesVersion: "1.35.9"
                        virtualIp:
                          address: "192.168.1.50/24"
                          interface: "eth0"
                        masters:
                        - name: "m1"
                          address: "192.168.1.141"
                        - name: "m2"
                          address: "192.168.1.142"
                        - name: "m3"
                          address: "192.168.1.143"
                        """);
    }

    @Test
    void leavesWhatIsNotWrittenToItsDefault() {
        assertThat(ClusterYaml.read(ClusterYaml.write(ClusterSpecs.minimal()))).isEqualTo(ClusterSpecs.minimal());
        var empty = ClusterYaml.read(SpecDocument.HEADER);
        assertThat(empty.masters()).isEmpty();
        assertThat(empty.loadBalancer()).isEqualTo(LoadBalancer.defaults());
        assertThat(Violations.of(empty))
                .containsExactly(
                        "required at name",
                        "required at kubernetesVersion",
                        "required at virtualIp.address",
                        "required at masters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpointName: null",
                "endpointName:",
                "masters: null",
                "masters: []",
                "loadBalancer: null",
                "loadBalancer: {}",
                "loadBalancer: {port: null, idleTimeout: null}",
                "virtualIp: {address: null}",
                "keepalived: {peers: null, image: }",
                "kubeadm: {configApi: null, ignorePreflightErrors: null}",
                "apiServer: {certSans: []}",
                "network: {podSubnet: []}",
                "name: null"
            })
    void readsNullAndEmptyAsNotSaid(String line) {
        assertThat(ClusterYaml.read(SpecDocument.HEADER + line)).isEqualTo(ClusterYaml.read(SpecDocument.HEADER));
    }

    @Test
    void readsBothFamiliesAsListsAndWritesThemSo() {
        var spec = ClusterYaml.read(SpecDocument.HEADER + """
                virtualIp: {address: [192.168.1.50/24, "fd00::50/64"]}
                masters: [{address: [192.168.1.141, "fd00::141"]}, {address: [192.168.1.142]}]
                network: {podSubnet: [10.244.0.0/16, "fd00:1::/56"], serviceSubnet: ["fd00:2::/112"]}
                """);
        assertThat(spec.virtualIp().addresses()).containsExactly("192.168.1.50/24", "fd00::50/64");
        assertThat(spec.masters().get(0).addresses()).containsExactly("192.168.1.141", "fd00::141");
        assertThat(spec.masters().get(1).addresses()).containsExactly("192.168.1.142");
        assertThat(spec.network().podSubnets()).containsExactly("10.244.0.0/16", "fd00:1::/56");
        assertThat(spec.network().serviceSubnets()).containsExactly("fd00:2::/112");
        assertThat(ClusterYaml.read(ClusterYaml.write(spec))).isEqualTo(spec);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.20", "1.30", "1.35.9", "1e3", "1", "010", "0x1F", "1_000", "true", "yes", "~", "2026-01-01"})
    void keepsTextsAsTheyAreWritten(String text) {
        assertThat(ClusterYaml.read(SpecDocument.HEADER + "kubernetesVersion: " + text)
                        .kubernetesVersion())
                .isEqualTo(text);
    }

    @Test
    void readsAFileWithOrWithoutAByteOrderMark(@TempDir Path folder) throws IOException {
        var file = folder.resolve("cluster.yaml");
        Files.writeString(file, EVERY_KEY);
        assertThat(ClusterYaml.read(file)).isEqualTo(everySetting());
        Files.writeString(file, '\uFEFF' + EVERY_KEY);
        assertThat(ClusterYaml.read(file)).isEqualTo(everySetting());
        assertThat(ClusterYaml.read('\uFEFF' + EVERY_KEY.replace("\n", "\r\n"))).isEqualTo(everySetting());
    }

    @Test
    void readsUpToOneMebibyte(@TempDir Path folder) throws IOException {
        var file = folder.resolve("cluster.yaml");
        int rest = (1 << 20) - EVERY_KEY.getBytes(StandardCharsets.UTF_8).length;
        Files.writeString(file, EVERY_KEY + "#".repeat(rest));
        assertThat(ClusterYaml.read(file)).isEqualTo(everySetting());
    }

    @Test
    void readsOneDocumentWithItsMarkers() {
        assertThat(ClusterYaml.read("%YAML 1.2\n---\n" + EVERY_KEY + "...\n")).isEqualTo(everySetting());
    }
}
