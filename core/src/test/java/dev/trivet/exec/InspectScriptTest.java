package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.harness.Daemon;
import dev.trivet.harness.Patience;
import dev.trivet.plan.Answer;
import dev.trivet.plan.EtcdFacts;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.FrontFacts;
import dev.trivet.plan.Hashes;
import dev.trivet.plan.Identity;
import dev.trivet.plan.JobStatus;
import dev.trivet.plan.MasterFacts;
import dev.trivet.plan.RuntimeFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The facts of a host in a room, under each shell: what plans need of a bare one, and of its files. */
@Tag("real-tools")
class InspectScriptTest {

    private static final Duration PLENTY = Duration.ofMinutes(5);

    private static final String BALANCER = """
            defaults
                mode http
                timeout client 1s
                timeout server 1s
                timeout connect 1s
            frontend ready
                bind 127.0.0.1:9444
                monitor-uri /ready
            frontend front
                bind :::8443 v4v6
                http-request return status 503
            """;

    @TempDir
    Path folder;

    private static MasterFacts facts(ShellHost host, Artifact... files) {
        var inspection = host.executor.inspect(host.master, new Inquiry(host.cluster, List.of(files)));
        assertThat(inspection).isInstanceOf(Inspection.Answered.class);
        return ((Inspection.Answered) inspection).facts();
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheMachine(Shells shell) {
        var host = ShellHost.of(shell);
        host.room.write("/etc/machine-id", "0123abcd\n".getBytes(StandardCharsets.UTF_8), "444");
        host.room.run(
                "sh",
                "-c",
                "ip link show port0 >/dev/null 2>&1 || {"
                        + " ip link add port0 type bridge && ip link set port0 address 02:00:00:00:00:01 up"
                        + " && ip address add 10.9.8.7/24 dev port0 && ip address add fd00::9/64 dev port0; }");
        var facts = facts(host);
        assertThat(facts.identity().machineId()).isEqualTo("0123abcd");
        assertThat(facts.identity().hostName()).isEqualTo("m1");
        assertThat(facts.identity().addresses())
                .contains(
                        new Identity.LocalAddress("lo", "127.0.0.1"),
                        new Identity.LocalAddress("port0", "10.9.8.7"),
                        new Identity.LocalAddress("port0", "fd00::9"));
        assertThat(facts.identity().hardwareAddresses()).contains("02:00:00:00:00:01");
        assertThat(facts.host().kernelSettings())
                .containsKeys("net/ipv4/ip_forward", "net/ipv6/conf/default/forwarding");
        assertThat(facts.host().swapping()).isNotEqualTo(Answer.UNKNOWN);
        assertThat(facts.host().missingCommands()).doesNotContain("ip", "ss", "curl", "flock", "timeout", "base64");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatItIsNotRoot(Shells shell) {
        var host = ShellHost.of(shell);
        var inquiry = new Inquiry(host.cluster, List.of());
        assertThat(host.as("65534").inspect(host.master, inquiry))
                .isInstanceOfSatisfying(
                        Inspection.Silent.class,
                        silent -> assertThat(silent.reason()).contains("not as root: log in as root, or use sudo"));
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingOfKubernetesOnABareMachine(Shells shell) {
        var facts = facts(ShellHost.of(shell));
        assertThat(facts.kubeadm().leavings()).isEmpty();
        assertThat(facts.kubeadm().authority()).isEmpty();
        assertThat(facts.kubeadm().markedAsMaster()).isEqualTo(Answer.UNKNOWN);
        assertThat(facts.services().apiServerReady()).isEqualTo(Answer.NO);
        assertThat(facts.services().balancerReady()).isEqualTo(Answer.NO);
        assertThat(facts.services().etcd()).isEqualTo(new EtcdFacts(Answer.NO, List.of()));
        assertThat(facts.services().front())
                .isEqualTo(new FrontFacts(Answer.NO, Optional.empty(), FrontFacts.Kind.NOT_READY));
    }

    @ParameterizedTest
    @EnumSource
    void asksNoProgramForTheHealth(Shells shell) {
        var host = ShellHost.of(shell);
        var health = host.executor.inspect(host.master, Inquiry.ofHealth(host.cluster));
        assertThat(health).isInstanceOfSatisfying(Inspection.Answered.class, answered -> {
            assertThat(answered.facts().services()).isEqualTo(facts(host).services());
            assertThat(answered.facts().runtime()).isEqualTo(new RuntimeFacts(Answer.UNKNOWN, Set.of()));
            assertThat(answered.facts().host().missingCommands()).isEmpty();
        });
        assertThat(facts(host).runtime().running()).isNotEqualTo(Answer.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void looksAtFiles(Shells shell) {
        var host = ShellHost.of(shell);
        host.put(ShellHost.newFile("/etc/seen/same", "same\n"), ShellHost.newFile("/etc/seen/other", "ä\tother"));
        host.room.write("/etc/seen/binary", new byte[] {(byte) 0xff, 0, 10}, "640");
        host.room.write("/etc/seen/huge", new byte[262_145], "600");
        host.room.run("ln", "-sfn", "/etc/seen", "/etc/seen-link");
        var facts = facts(
                host,
                wanted("/etc/seen/same"),
                wanted("/etc/seen/other"),
                wanted("/etc/seen/binary"),
                wanted("/etc/seen/huge"),
                wanted("/etc/seen/none"),
                wanted("/etc/seen-link/same"),
                wanted("/etc/seen"));
        assertThat(facts.file("/etc/seen/same"))
                .isEqualTo(present("same\n".getBytes(StandardCharsets.UTF_8), "644", Optional.empty()));
        assertThat(facts.file("/etc/seen/same").isAs(wanted("/etc/seen/same"))).isTrue();
        assertThat(facts.file("/etc/seen/other"))
                .isEqualTo(present("ä\tother".getBytes(StandardCharsets.UTF_8), "644", Optional.of("ä\tother")));
        assertThat(facts.file("/etc/seen/binary"))
                .isEqualTo(present(new byte[] {(byte) 0xff, 0, 10}, "640", Optional.empty()));
        assertThat(facts.file("/etc/seen/huge")).isEqualTo(present(new byte[262_145], "600", Optional.empty()));
        assertThat(facts.file("/etc/seen/none")).isEqualTo(new FileFacts.Absent());
        assertThat(facts.file("/etc/seen-link/same"))
                .isEqualTo(new FileFacts.Obstructed("/etc/seen-link is a symbolic link"));
        assertThat(facts.file("/etc/seen")).isEqualTo(new FileFacts.Obstructed("/etc/seen is no plain file"));
    }

    private static Artifact wanted(String path) {
        return new Artifact(path, FileMode.PUBLIC, "same\n");
    }

    private static FileFacts present(byte[] content, String mode, Optional<String> text) {
        return new FileFacts.Present(Hashes.sha256(content), mode, "0:0", text);
    }

    @ParameterizedTest
    @EnumSource
    void seesWhoListens(Shells shell) throws IOException {
        var host = ShellHost.of(shell);
        host.room.write("/run/haproxy.cfg", BALANCER.getBytes(StandardCharsets.UTF_8), "600");
        Daemon haproxy =
                host.room.start(folder.resolve("haproxy.log"), List.of("haproxy", "-db", "-f", "/run/haproxy.cfg"));
        try {
            assertThat(Patience.until(PLENTY, () -> facts(host).services().balancerReady() == Answer.YES))
                    .isTrue();
            var activity = facts(host).activity();
            assertThat(activity.listeners())
                    .anyMatch(one -> one.port() == 9444
                            && one.address().equals("127.0.0.1")
                            && one.program().equals("haproxy"))
                    .anyMatch(one -> one.port() == 8443 && one.program().equals("haproxy"));
            assertThat(activity.idsOf("haproxy")).hasSize(1);
            assertThat(activity.idsOf("keepalived")).isEmpty();
        } finally {
            haproxy.kill();
        }
    }

    @ParameterizedTest
    @EnumSource
    void seesLeavingsAndJobs(Shells shell) {
        var host = ShellHost.of(shell);
        host.executor.start(host.master, new Job("seen-ended", List.of("sh", "-c", "exit 3"), List.of()));
        host.executor.follow(host.master, "seen-ended", 0, PLENTY, line -> {});
        host.room.write("/etc/kubernetes/manifests/etcd.yaml", new byte[0], "600");
        host.room.write(
                "/etc/kubernetes/admin.conf",
                "    server: https://192.168.1.50:8443\n".getBytes(StandardCharsets.UTF_8),
                "600");
        host.room.write("/var/lib/etcd/member", new byte[0], "600");
        host.room.write("/etc/kubernetes/pki/ca.crt", "no certificate".getBytes(StandardCharsets.UTF_8), "600");
        try {
            var facts = facts(host);
            assertThat(facts.kubeadm().leavings())
                    .containsExactlyInAnyOrder(
                            "/etc/kubernetes/manifests/etcd.yaml",
                            "/etc/kubernetes/admin.conf",
                            "/etc/kubernetes/pki/ca.crt",
                            "/var/lib/etcd");
            assertThat(facts.kubeadm().endpoint()).contains("https://192.168.1.50:8443");
            assertThat(facts.kubeadm().authority()).isEmpty();
            assertThat(facts.activity().job("seen-ended")).contains(new JobStatus.Ended(3));
        } finally {
            host.room.run("rm", "-r", "/etc/kubernetes", "/var/lib/etcd");
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesNothing(Shells shell) {
        var host = ShellHost.of(shell);
        var listing = "find /etc /var /run -xdev -printf '%p %i %m %u %T@ %C@\\n' | sort";
        var before = host.room.run("/bin/bash", "-c", listing);
        facts(host, wanted("/etc/seen/same"));
        assertThat(host.room.run("/bin/bash", "-c", listing)).isEqualTo(before);
    }
}
