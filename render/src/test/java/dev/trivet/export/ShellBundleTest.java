package dev.trivet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.export.BundleSite.Shells;
import dev.trivet.harness.Canary;
import dev.trivet.harness.Program;
import dev.trivet.harness.Requirements;
import dev.trivet.harness.StandIns;
import dev.trivet.render.Renderers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person goes from machine to machine, and runs each one's script for real. */
@Tag("real-tools")
class ShellBundleTest {

    private static final String HAPROXY = "/etc/haproxy/haproxy.cfg";

    @TempDir
    static Path folder;

    private static BundleSite site;

    private final List<String> shown = new ArrayList<>();

    @BeforeAll
    static void open() {
        var missing = Requirements.missing(Stream.concat(Stream.of(StandIns.programs()), Stream.of("dash", "setsid"))
                .toArray(String[]::new));
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        site = BundleSite.open(folder);
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    @BeforeEach
    void makeBare() {
        site.standIns.reset();
        site.put(Renderers.standard().render(site.cluster));
    }

    @ParameterizedTest
    @EnumSource
    void bootstrapsThenChangesNothingThenMends(Shells shell) {
        site.put(HostileFile.among(site.cluster));
        initialises(shell);
        refusesToJoinWithoutSecrets(shell);
        joins(shell, "m2", "Next, on m3");
        joins(shell, "m3", "kubectl --kubeconfig /etc/kubernetes/admin.conf get nodes");
        assertThat(site.standIns.names("members")).containsExactly("m1", "m2", "m3");
        assertThat(site.standIns.lines("log/joins")).containsExactly("m2 ", "m3 ");
        changesNothing(shell);
        mends(shell);
        showsNoSecret();
    }

    private void initialises(Shells shell) {
        var output = succeeds(shell, "m1");
        assertThat(output)
                .contains(
                        "changed /etc/keepalived/keepalived.conf\n", "changed /etc/kubernetes/manifests/haproxy.yaml\n")
                .contains("Your Kubernetes control-plane has initialized successfully!")
                .contains("Next, here:\n  sh bootstrap.sh secrets join-secrets\n")
                .doesNotContain("written /", "nothing to do");
        new PutFiles(site.room("m1").path("/"))
                .are(HostileFile.among(site.cluster).of("m1"));
        assertThat(site.standIns.lines("log/inits")).containsExactly("m1 ");
        succeeds(shell, "m1", "secrets", BundleSite.SECRETS);
        assertThat(site.room("m1").run("stat", "-c", "%a %u", BundleSite.SECRETS))
                .isEqualTo("600 0\n");
    }

    private void refusesToJoinWithoutSecrets(Shells shell) {
        var before = site.files("m2");
        assertThat(fails(shell, "m2")).contains("m2: joining takes secrets: on m1, run");
        site.room("m2").write(BundleSite.SECRETS, new byte[0], "644");
        assertThat(fails(shell, "m2", BundleSite.SECRETS)).contains("others can read");
        site.room("m2").write(BundleSite.SECRETS, "token a.b\n".getBytes(StandardCharsets.UTF_8), "600");
        assertThat(fails(shell, "m2", BundleSite.SECRETS)).contains("is no file of secrets");
        assertThat(site.files("m2")).isEqualTo(before);
    }

    private void joins(Shells shell, String master, String next) {
        site.carrySecrets(master);
        assertThat(succeeds(shell, master, BundleSite.SECRETS))
                .contains("changed " + HAPROXY + "\n", "This node has joined the cluster", next);
        assertThat(site.room(master).run("find", "/run/trivet", "-type", "f")).isEmpty();
        assertThat(site.text(master, "/etc/trivet/kubeadm-join.yaml")).contains("@bootstrap-token@");
    }

    private void changesNothing(Shells shell) {
        var before = site.names().stream().map(site::files).toList();
        for (String master : site.names()) {
            assertThat(succeeds(shell, master)).startsWith("nothing to do: everything is as it should be\n");
        }
        assertThat(site.names().stream().map(site::files).toList()).isEqualTo(before);
    }

    private void mends(Shells shell) {
        site.room("m2").run("chmod", "644", "/etc/trivet/kubeadm-join.yaml");
        site.room("m3").run("sh", "-c", "echo drift >>" + HAPROXY);
        assertThat(succeeds(shell, "m2")).startsWith("changed /etc/trivet/kubeadm-join.yaml\nNext");
        assertThat(succeeds(shell, "m3")).startsWith("changed " + HAPROXY + "\nRemove");
        assertThat(site.text("m3", HAPROXY)).doesNotContain("drift");
        assertThat(site.text("m3", "/var/lib/trivet/previous" + HAPROXY)).contains("drift");
        changesNothing(shell);
    }

    private void showsNoSecret() {
        var secrets = site.standIns.lines("log/secrets");
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(4);
        var arguments = site.names().stream()
                .flatMap(master -> site.standIns.lines("log/cmdlines-" + master).stream())
                .toList();
        assertThat(arguments).anyMatch(words -> words.contains("kubeadm join --config"));
        var logs = site.names().stream()
                .map(master -> site.room(master).run("sh", "-c", "cat /var/lib/trivet/jobs/*/log"))
                .toList();
        for (String secret : secrets) {
            var canary = Canary.of(secret);
            assertThat(arguments).noneMatch(canary::isIn);
            assertThat(shown).noneMatch(canary::isIn);
            assertThat(logs).noneMatch(canary::isIn);
        }
    }

    @Test
    void goesOnWhereItWasCutOff() {
        var shell = Shells.BUSYBOX;
        dies(shell, "init-certificates", "m1", "kubeadm init has not ended well");
        var authority = site.text("m1", "/etc/kubernetes/pki/ca.crt");
        dies(shell, "init-pods", "m1", "kubeadm init has not ended well");
        succeeds(shell, "m1");
        assertThat(site.text("m1", "/etc/kubernetes/pki/ca.crt")).isEqualTo(authority);
        assertThat(site.standIns.lines("log/inits"))
                .hasSize(3)
                .last()
                .asString()
                .contains("Port-6443", "etcd.yaml");
        succeeds(shell, "m1", "secrets", BundleSite.SECRETS);
        site.carrySecrets("m2");
        dies(shell, "join-pods", "m2", "kubeadm join has not ended well", BundleSite.SECRETS);
        assertThat(site.room("m2").run("find", "/run/trivet", "-name", "kubeadm-join.yaml*"))
                .as("killed with its cleaner")
                .isNotEmpty();
        succeeds(shell, "m2", BundleSite.SECRETS);
        assertThat(site.room("m2").run("find", "/run/trivet", "-type", "f")).isEmpty();
        assertThat(site.standIns.names("members")).containsExactly("m1", "m2");
    }

    private void dies(Shells shell, String moment, String master, String words, String... arguments) {
        site.standIns.write("die-at-" + moment, "");
        assertThat(fails(shell, master, arguments)).contains(words, "run this again");
    }

    @Test
    void refusesAMachineThatIsNotReadyAndTellsAllReasons() {
        var before = site.files("m2");
        site.room("m2")
                .run(
                        "sh",
                        "-c",
                        "cp /run/bootstrap.sh /run/own.sh; sed s/192.168.1.142/192.168.1.149/ /run/own.sh >/run/bootstrap.sh");
        site.room("m2").run("mkdir", "/run/away");
        site.room("m2").run("mv", "/usr/local/bin/kubelet", "/usr/local/bin/crictl", "/run/away");
        var output = fails(Shells.DASH, "m2");
        site.room("m2").run("sh", "-c", "mv /run/away/* /usr/local/bin");
        assertThat(output)
                .contains(
                        "m2: this machine is not ready:",
                        "there is no kubelet: install it",
                        "no container runtime answers",
                        "192.168.1.149 is not on eth0");
        assertThat(site.files("m2")).isEqualTo(before);
    }

    @Test
    void neverMakesASecondCluster() {
        succeeds(Shells.DASH, "m1");
        succeeds(Shells.DASH, "m1", "secrets", BundleSite.SECRETS);
        site.carrySecrets("m2");
        succeeds(Shells.DASH, "m2", BundleSite.SECRETS);
        site.room("m1").run("sh", "-c", "rm -rf /etc/kubernetes /var/lib/kubelet /var/lib/etcd /var/lib/trivet");
        assertThat(fails(Shells.DASH, "m1"))
                .contains("an API server answers at 192.168.1.142:6443: this machine would make a second cluster");
        assertThat(site.standIns.lines("log/inits")).hasSize(1);
    }

    @Test
    void putsTheArticlesFilesAndLeavesKubeadmToThePerson() {
        var classic = Renderers.classic().render(site.cluster);
        site.put(classic);
        assertThat(succeeds(Shells.DASH, "m1"))
                .contains("changed /etc/haproxy/haproxy.cfg")
                .endsWith("Next, here:\n  kubeadm init --control-plane-endpoint 192.168.1.50:8443 --upload-certs\n");
        new PutFiles(site.room("m1").path("/")).are(classic.of("m1"));
        assertThat(site.standIns.lines("log/inits")).isEmpty();
    }

    private String succeeds(Shells shell, String master, String... arguments) {
        return ran(0, site.run(shell, master, arguments));
    }

    private String fails(Shells shell, String master, String... arguments) {
        return ran(1, site.run(shell, master, arguments));
    }

    private String ran(int exitCode, Program.Output output) {
        shown.add(output.text());
        assertThat(output.exitCode()).as(output.text()).isEqualTo(exitCode);
        return output.text();
    }
}
