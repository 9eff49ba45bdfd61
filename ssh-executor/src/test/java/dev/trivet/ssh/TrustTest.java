package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.CommandResult.NotRun;
import dev.trivet.harness.Patience;
import dev.trivet.harness.SshKeys;
import dev.trivet.spec.Master;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom we talk to, and that nothing is said to anybody else. */
@Tag("real-tools")
class TrustTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What sshd logs when anybody tries to log in. */
    private static final String ATTEMPT = "userauth-request";

    private static SshRack rack;
    private static Master master;
    private static String address;

    @BeforeAll
    static void open() {
        rack = SshRack.open(1);
        master = rack.master("m1");
        address = rack.host("m1").address();
        rack.keys().host("other");
    }

    @AfterAll
    static void close() {
        if (rack != null) {
            rack.close();
        }
    }

    @Test
    void talksToAKnownHost() {
        assertAccepted(HostKeys.knownHosts(rack.knownHosts()));
        assertThat(rack.host("m1").logged(ATTEMPT)).isPositive();
    }

    @Test
    void talksToAHostKnownByItsHash() {
        var file = rack.keys().write("hashed", rack.keys().knownHost(address, "m1"));
        SshKeys.keygen("-H", "-f", file.toString());
        assertThat(rack.keys().read("hashed")).doesNotContain(address);
        assertAccepted(HostKeys.knownHosts(file));
    }

    @Test
    void talksToAHostWithThePinnedKey() {
        assertAccepted(HostKeys.pinned(address, rack.keys().fingerprint("m1")));
    }

    @Test
    void talksToAHostThatOneOfSeveralKnows() {
        var other = rack.keys().write("other", "# nothing\n");
        assertAccepted(HostKeys.knownHosts(other).and(HostKeys.knownHosts(rack.knownHosts())));
    }

    @Test
    void talksToAHostWithACertificateOfAKnownAuthority() {
        var keys = rack.keys();
        keys.host("certified-m1");
        SshKeys.keygen(
                "-s",
                keys.path("authority").toString(),
                "-h",
                "-I",
                "m1",
                "-n",
                address,
                keys.path("host-certified-m1.pub").toString());
        var room = rack.host("m1").room();
        room.write("/etc/ssh/certified", keys.read("host-certified-m1").getBytes(StandardCharsets.UTF_8), "600");
        room.write(
                "/etc/ssh/certified-cert.pub",
                keys.read("host-certified-m1-cert.pub").getBytes(StandardCharsets.UTF_8),
                "644");
        rack.host("m1").configure("HostKey /etc/ssh/certified\nHostCertificate /etc/ssh/certified-cert.pub\n");
        rack.host("m1").restart();
        try {
            var file = keys.write("authorities", "@cert-authority * " + keys.read("authority.pub"));
            assertAccepted(HostKeys.knownHosts(file));
            assertRefused(
                    HostKeys.knownHosts(file)
                            .and(HostKeys.pinned(address, rack.keys().fingerprint("other"))),
                    "another host key");
        } finally {
            rack.host("m1").configure("");
            rack.host("m1").restart();
        }
    }

    @Test
    void saysNothingToAnUnknownHost() {
        var reason = assertRefused(HostKeys.knownHosts(rack.keys().write("none", "")), "not in");
        assertThat(reason)
                .contains(
                        "m1",
                        rack.keys().fingerprint("m1"),
                        "ssh-keyscan -p 22 " + address + " >> " + rack.keys().path("none"),
                        "ssh_host_ed25519_key");
    }

    @Test
    void saysNothingToAHostWhereOnlyOthersArePinned() {
        var reason = assertRefused(HostKeys.pinned("other", rack.keys().fingerprint("other")), "not in");
        assertThat(reason).endsWith("give its fingerprint to HostKeys.pinned");
    }

    @Test
    void saysNothingToAHostWhoseKeyHasChanged() {
        var file = rack.keys().write("changed", rack.keys().knownHost(address, "other"));
        var more = rack.keys().write("more hosts", "");
        var reason = assertRefused(HostKeys.knownHosts(file).and(HostKeys.knownHosts(more)), "another host key");
        assertThat(reason)
                .contains("m1", rack.keys().fingerprint("m1"))
                .endsWith("replace the old one: ssh-keygen -f " + file + " -R " + address + "; ssh-keygen -f '" + more
                        + "' -R " + address + "; ssh-keyscan -p 22 " + address + " >> " + file);
    }

    @Test
    void saysNothingToAHostWithARevokedKey() {
        var line = rack.keys().knownHost(address, "m1");
        assertRefused(HostKeys.knownHosts(rack.keys().write("revoked", line + "@revoked " + line)), "revoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "no-such-host,198.1?.*", "no-such-host"})
    void saysNothingToAHostWithAKeyThatIsRevokedForOthers(String names) {
        var keys = rack.keys();
        var text = keys.knownHost(address, "m1") + "@revoked " + keys.knownHost(names, "m1");
        assertRefused(HostKeys.knownHosts(keys.write("revoked", text)), "revoked");
    }

    @Test
    void asksAHostForTheKeyThatIsKnownAndNotForOneOfARevokedType() {
        var host = rack.host("m1");
        host.room().write("/etc/ssh/rsa", rack.keys().read("rsa").getBytes(StandardCharsets.UTF_8), "600");
        host.configure("HostKey /etc/ssh/rsa\n");
        host.restart();
        try {
            var text = address + " " + rack.keys().read("rsa.pub") + "@revoked "
                    + rack.keys().knownHost(address + ",*", "other");
            assertAccepted(HostKeys.knownHosts(rack.keys().write("revoked", text)));
        } finally {
            host.configure("");
            host.restart();
        }
    }

    @Test
    void saysNothingToAHostWithAnotherThanThePinnedKey() {
        var known = HostKeys.knownHosts(rack.knownHosts());
        var reason = assertRefused(
                known.and(HostKeys.pinned(address, rack.keys().fingerprint("other"))), "another host key");
        assertThat(reason)
                .contains("the pinned one", rack.keys().fingerprint("m1"))
                .endsWith("give the new fingerprint to HostKeys.pinned")
                .doesNotContain("ssh-keyscan");
    }

    private static void assertAccepted(HostKeys trusted) {
        try (var ssh = SshExecutor.as("root")
                .identity(rack.keys().user())
                .trusting(trusted)
                .open()) {
            assertThat(SshRack.run(ssh, master, "true").succeeded()).isTrue();
        }
    }

    /** Refused without a try to log in, and for good: the second time, not even a connection is made. */
    private static String assertRefused(HostKeys trusted, String words) {
        var host = rack.host("m1");
        long attempts = host.logged(ATTEMPT);
        long connections = host.logged("Connection from");
        try (var ssh = SshExecutor.as("root")
                .identity(rack.keys().user())
                .trusting(trusted)
                .open()) {
            var result = run(ssh);
            assertThat(result).isInstanceOf(NotRun.class);
            assertThat(((NotRun) result).reason()).contains(words);
            assertThat(run(ssh)).isEqualTo(result);
            assertThat(Patience.until(PATIENCE, () -> host.logged("[preauth]") > 0))
                    .isTrue();
            assertThat(host.logged("Connection from")).isEqualTo(connections + 1);
            assertThat(host.logged(ATTEMPT)).isEqualTo(attempts);
            return ((NotRun) result).reason();
        }
    }

    private static CommandResult run(SshExecutor ssh) {
        return ssh.run(master, Command.of("true"), line -> {});
    }
}
