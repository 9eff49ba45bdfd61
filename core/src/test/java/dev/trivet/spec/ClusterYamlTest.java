package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.testing.ClusterSpecs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterYamlTest {

    @Test
    void readsEveryKey() {
        assertThat(ClusterYaml.read(EverySetting.YAML)).isEqualTo(EverySetting.spec());
    }

    @Test
    void writesEveryKeyInTheDocumentsOrder() {
        assertThat(ClusterYaml.read(ClusterYaml.write(EverySetting.spec()))).isEqualTo(EverySetting.spec());
        assertThat(ClusterYaml.write(EverySetting.spec()).lines().filter(line -> line.matches("[a-z].*")))
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

    /** Nor does any rule let one pass. */
    @ParameterizedTest
    @ValueSource(strings = {"PT0.0000005S", "PT-0.0000005S", "PT1.0000005S", "PT240025H", "PT-240025H"})
    void writesADurationThatNoUnitCanSayAsOneThatIsNotRead(String duration) {
        var spec = ClusterSpecs.minimal();
        var written = ClusterYaml.write(
                spec.withHealthCheck(spec.healthCheck().withInterval(java.time.Duration.parse(duration))));
        assertThat(written).contains("interval: \"" + duration + "\"");
        assertThatThrownBy(() -> ClusterYaml.read(written))
                .isInstanceOf(UnreadableSpecException.class)
                .hasMessageContaining("healthCheck.interval must be a duration");
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
            strings = {"1.20", "1.30", "1.35.9", "1e3", "1", "010", "0x1F", "1_000", "true", "yes", "nULL", "2026-01-01"
            })
    void keepsTextsAsTheyAreWritten(String text) {
        assertThat(ClusterYaml.read(SpecDocument.HEADER + "kubernetesVersion: " + text)
                        .kubernetesVersion())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'~'", "\"~\"", "'Null'", "\"NULL\"", "'null'", "|-\n  ~", ">-\n  Null", "~a", "Nullify"})
    void takesANullInQuotesForTheTextThatItIs(String written) {
        assertThat(ClusterYaml.read(SpecDocument.HEADER + "name: " + written).name())
                .isEqualTo(written.replaceAll("['\"]|[|>]-\n *", ""));
    }

    @Test
    void readsAFileWithOrWithoutAByteOrderMark(@TempDir Path folder) throws IOException {
        var file = folder.resolve("cluster.yaml");
        Files.writeString(file, EverySetting.YAML);
        assertThat(ClusterYaml.read(file)).isEqualTo(EverySetting.spec());
        Files.writeString(file, '\uFEFF' + EverySetting.YAML);
        assertThat(ClusterYaml.read(file)).isEqualTo(EverySetting.spec());
        assertThat(ClusterYaml.read('\uFEFF' + EverySetting.YAML.replace("\n", "\r\n")))
                .isEqualTo(EverySetting.spec());
    }

    @Test
    void readsUpToOneMebibyte(@TempDir Path folder) throws IOException {
        var file = folder.resolve("cluster.yaml");
        int rest = (1 << 20) - EverySetting.YAML.getBytes(StandardCharsets.UTF_8).length;
        Files.writeString(file, EverySetting.YAML + "\n".repeat(rest));
        assertThat(ClusterYaml.read(file)).isEqualTo(EverySetting.spec());
    }

    @Test
    void readsOneDocumentWithItsMarkers() {
        assertThat(ClusterYaml.read("%YAML 1.2\n---\n" + EverySetting.YAML + "...\n"))
                .isEqualTo(EverySetting.spec());
    }

    /** The parser takes the text in pieces of 1,025 characters. */
    @Test
    void readsACharacterOfTwoWhereverItStands() {
        for (int before = 900; before < 1_100; before++) {
            var spec = ClusterSpecs.minimal().withName("x".repeat(before) + "\ud83d\ude00");
            assertThat(ClusterYaml.read(ClusterYaml.write(spec))).isEqualTo(spec);
        }
    }
}
