package dev.trivet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void rendersBothSetsOfTheExampleAndSaysWhatComesNext() throws IOException {
        assertThat(run(Path.of("cluster.yaml"))).isTrue();

        assertThat(files("standard")).hasSize(21);
        assertThat(files("classic")).hasSize(15);
        assertThat(folder.resolve("failover.html")).content().contains("<h1>Failover is proved</h1>");
        assertThat(printed())
                .doesNotContainPattern("\\b(error|warning): ")
                .contains(
                        "standard (the hardened set): 21 files",
                        "0600 /etc/keepalived/keepalived.conf",
                        "unicast_src_ip 192.168.1.141",
                        "Proved for m1, m2, m3, whatever fails",
                        "kubeadm init --control-plane-endpoint 192.168.1.50:8443 --upload-certs");
    }

    @Test
    void bootstrapsASimulatedRackAndMovesTheAddress() throws IOException {
        assertThat(run(Path.of("cluster.yaml"))).isTrue();

        assertThat(printed())
                .contains(
                        "9. m3: run kubeadm join",
                        "m2: run kubeadm join: done in",
                        "10/10  the control plane is complete",
                        "Run again. Control plane edge: nothing to do",
                        "the node of m1 is cut off: the address moves to m2, and clients are served.",
                        "When m1 is back, the address stays on m2.");
    }

    @Test
    void leavesTheOnlyMasterAlive() throws IOException {
        var file = Files.writeString(folder.resolve("one.yaml"), """
                apiVersion: trivet.dev/v1alpha1
                kind: ControlPlane
                name: edge
                kubernetesVersion: 1.35.9
                virtualIp: {address: 192.168.1.50/24, interface: eth0}
                masters: [{name: m1, address: 192.168.1.141}]
                """);

        assertThat(run(file)).isTrue();

        assertThat(printed())
                .contains("Run again. Control plane edge: nothing to do", "it is the only master")
                .doesNotContain("is cut off");
    }

    @Test
    void namesTheFiveFaultsOfTheBrokenExampleAndRendersNothing() throws IOException {
        assertThat(run(Path.of("broken-cluster.yaml"))).isFalse();

        assertThat(printed().lines().filter(line -> line.startsWith("broken-cluster.yaml:")))
                .filteredOn(line -> line.contains(": error: "))
                .extracting(line -> line.substring(line.lastIndexOf('[')))
                .containsExactly(
                        "[virtual-ip-free]",
                        "[priority-unique]",
                        "[port-unique]",
                        "[auth-pass-version]",
                        "[subnet-overlap]");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhereADocumentCannotBeRead() throws IOException {
        var file = Files.writeString(folder.resolve("typo.yaml"), "apiVersion: trivet.dev/v1alpha1\nkind: Cluster\n");

        assertThat(run(file)).isFalse();

        assertThat(printed()).contains("typo.yaml:2:7: error: kind is Cluster");
    }

    private boolean run(Path file) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Quickstart(out).run(file, folder);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Iterable<Path> files(String set) throws IOException {
        try (var paths = Files.walk(folder.resolve(set))) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
