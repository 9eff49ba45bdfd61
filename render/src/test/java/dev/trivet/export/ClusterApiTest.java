package dev.trivet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.artifact.FileMode;
import dev.trivet.harness.Requirements;
import dev.trivet.render.Renderers;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.VirtualIp;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ClusterApiTest {

    static final Infrastructure METAL3 =
            new Infrastructure("infrastructure.cluster.x-k8s.io/v1beta1", "Metal3Cluster", "Metal3MachineTemplate");

    private static final YAMLMapper MAPPER = new YAMLMapper();

    /** What Cluster API's bootstrap provider makes of the configuration, where kubeadm reads it. */
    private static final String KUBEADM_CONFIG = """
            localAPIEndpoint:
              advertiseAddress: '@advertise-address@'
            nodeRegistration:
              kubeletExtraArgs:
                node-ip: '@node-ip@'
            """;

    private final Cluster cluster = SampleClusters.named("dual-stack");

    @ParameterizedTest
    @EnumSource
    @Tag("real-tools")
    void aMachineBecomesTheMasterWhoseAddressItHas(ClusterApiVersion version) throws IOException {
        var artifacts = HostileFile.among(cluster);
        var second = cluster.masters().get(1);
        try (var machine = machine()) {
            machine.run("ip", "address", "add", second.address() + "/24", "dev", "lo");
            machine.boot(userData(config(version)));
            var expected = artifacts.of(second.name()).stream()
                    .filter(file -> !file.path().startsWith("/etc/trivet/"))
                    .toList();
            assertThat(expected).hasSize(6 + HostileFile.all().size());
            machine.files().are(expected);
            assertThat(machine.path("/var/kubeadm-ran"))
                    .content()
                    .contains("advertiseAddress: '" + second.address() + "'\n")
                    .contains("node-ip: '" + second.addresses().get(0) + ","
                            + second.addresses().get(1) + "'\n");
        }
    }

    @Test
    @Tag("real-tools")
    void aMachineThatIsNoMasterDoesNotRunKubeadmAndSaysWhy() throws IOException {
        try (var machine = machine()) {
            machine.run("ip", "address", "add", "192.0.2.1/24", "dev", "lo");
            machine.boot(userData(config(ClusterApiVersion.V1BETA2)));
            assertThat(machine.path("/var/kubeadm-ran")).doesNotExist();
            assertThat(machine.path("/etc/keepalived/keepalived.conf")).doesNotExist();
            assertThat(Files.readString(machine.path("/var/log/cloud-init-output.log")))
                    .contains("trivet: this machine has the address of no master", "192.0.2.1");
        }
    }

    /** With a kubeadm that keeps what it was given. */
    private static CloudInitMachine machine() {
        var missing = Requirements.missing("cloud-init");
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        var machine = new CloudInitMachine();
        machine.write("/usr/local/bin/kubeadm", "#!/bin/sh\ncp \"$3\" /var/kubeadm-ran\n", "755");
        return machine;
    }

    private JsonNode config(ClusterApiVersion version) {
        return config(version, cluster);
    }

    private static JsonNode config(ClusterApiVersion version, Cluster cluster) {
        var text = Exports.clusterApi(version, METAL3)
                .of(cluster, HostileFile.among(cluster))
                .of(cluster.name() + "/cluster-api.yaml")
                .text();
        return MAPPER.readerFor(JsonNode.class)
                .<JsonNode>readValues(text)
                .readAll()
                .get(1)
                .at("/spec/kubeadmConfigSpec");
    }

    /** As Cluster API's bootstrap provider writes it: through Jinja, and with the commands as strings before kubeadm's. */
    private static String userData(JsonNode config) {
        var document = MAPPER.createObjectNode();
        var files = document.putArray("write_files");
        config.path("files").forEach(files::add);
        files.addObject()
                .put("path", "/run/kubeadm/kubeadm.yaml")
                .put("permissions", "0640")
                .put("content", KUBEADM_CONFIG);
        var commands = document.putArray("runcmd");
        config.path("preKubeadmCommands").forEach(commands::add);
        commands.add("kubeadm init --config /run/kubeadm/kubeadm.yaml");
        return "## template: jinja\n#cloud-config\n"
                + MAPPER.writeValueAsString(document).replaceFirst("^---\n", "");
    }

    @ParameterizedTest
    @CsvSource({
        "/var/run/dockershim.sock, /var/run/dockershim.sock",
        "/run/containerd/containerd.sock, unix:///run/containerd/containerd.sock"
    })
    void theSocketIsAUrlExceptDockershims(String written, String expected) {
        var spec = cluster.spec();
        var config = config(
                ClusterApiVersion.V1BETA1,
                spec.withKubeadm(spec.kubeadm().withCriSocket(written))
                        .validate()
                        .orThrow());
        assertThat(config.at("/initConfiguration/nodeRegistration/criSocket").stringValue())
                .isEqualTo(expected);
        assertThat(config.at("/joinConfiguration/nodeRegistration/criSocket").stringValue())
                .isEqualTo(expected);
    }

    @Test
    void refusesAnEvenNumberOfMasters() {
        var even = ClusterSpec.named("even")
                .kubernetesVersion("1.35.9")
                .virtualIp(VirtualIp.of("192.168.1.50/24").onInterface("eth0"))
                .master("m1", "192.168.1.141")
                .master("m2", "192.168.1.142")
                .build()
                .validate()
                .orThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exports.clusterApi(ClusterApiVersion.V1BETA2, METAL3)
                        .of(even, Renderers.standard().render(even)))
                .withMessageContaining("2 masters");
    }

    @Test
    void refusesAFileThatIsTooLong() {
        var longest = new HostileFile("/etc/long", FileMode.PUBLIC, "x".repeat(10239) + "\n");
        var tooLong = new HostileFile("/etc/long", FileMode.PUBLIC, "x".repeat(10240) + "\n");
        var export = Exports.clusterApi(ClusterApiVersion.V1BETA2, METAL3);
        assertThat(export.of(cluster, Renderers.standard().with(longest).render(cluster))
                        .all())
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        export.of(cluster, Renderers.standard().with(tooLong).render(cluster)))
                .withMessageContaining("/etc/long")
                .withMessageContaining("10241");
    }

    @Test
    void refusesWhatIsNoProvider() {
        Stream.of("infrastructure", "Group.x/v1", "group.x/1", "group.x/v1\n")
                .forEach(version -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new Infrastructure(version, "Metal3Cluster", "Metal3MachineTemplate")));
        List.of("", "3Cluster", "Metal3-", "Metal3 Cluster")
                .forEach(kind -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new Infrastructure("group.x/v1", kind, kind)));
    }
}
