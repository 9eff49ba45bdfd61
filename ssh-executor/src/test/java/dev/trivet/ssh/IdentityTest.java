package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult.NotRun;
import dev.trivet.exec.Secret;
import dev.trivet.harness.Daemon;
import dev.trivet.harness.Patience;
import dev.trivet.harness.Room;
import dev.trivet.harness.SshKeys;
import dev.trivet.spec.Master;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who we are: keys, certificates and the agent. */
@Tag("real-tools")
class IdentityTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SshRack rack;
    private static Master master;

    @BeforeAll
    static void open() {
        rack = SshRack.open(1);
        master = rack.master("m1");
    }

    @AfterAll
    static void close() {
        if (rack != null) {
            rack.close();
        }
    }

    @Test
    void logsInWithAnRsaKey() {
        assertLetIn(start().identity(rack.keys().path("rsa")));
    }

    @Test
    void logsInWithAnEncryptedKey() {
        assertLetIn(start().identity(rack.keys().path("encrypted"), Secret.of(SshKeys.PASSPHRASE)));
    }

    @Test
    void logsInWithACertificate() {
        assertLetIn(start().identity(rack.keys().path("certified")));
        assertThat(rack.host("m1").logged("ED25519-CERT")).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"authority,20200101:20200102", "stranger,always:forever"})
    void logsInWithAKeyBesideACertificateOfNoUse(String authority, String validity) {
        var keys = rack.keys();
        var key = keys.write("useless-" + authority, keys.read("encrypted"));
        keys.write("useless-" + authority + ".pub", keys.read("encrypted.pub"));
        SshKeys.keygen(
                "-q", "-s", keys.path(authority).toString(), "-I", "test", "-n", "root", "-V", validity, key + ".pub");
        assertThat(keys.path("useless-" + authority + "-cert.pub")).exists();
        assertLetIn(start().identity(key, Secret.of(SshKeys.PASSPHRASE)));
    }

    @Test
    void logsInWithTheSecondKey() {
        assertLetIn(start().identity(rack.keys().path("stranger"))
                .identity(rack.keys().user()));
    }

    @Test
    void logsInWithTheKeysOfAnAgent() {
        var socket = rack.keys().path("agent");
        try (var room = Room.open("agent")) {
            var agent = agent(room, socket);
            room.run(
                    "env",
                    "SSH_AUTH_SOCK=" + socket,
                    "ssh-add",
                    "-q",
                    rack.keys().path("stranger").toString());
            room.run(
                    "env",
                    "SSH_AUTH_SOCK=" + socket,
                    "ssh-add",
                    "-q",
                    rack.keys().user().toString());
            assertLetIn(start().agent(socket));
            agent.stop();
        }
    }

    @Test
    void saysThatNobodyLetsUsIn() {
        try (var ssh = start().identity(rack.keys().path("stranger")).open()) {
            var result = ssh.run(master, Command.of("true"), line -> {});
            assertThat(result).isInstanceOf(NotRun.class);
            assertThat(result.toString())
                    .contains(
                            "m1",
                            "does not let root in",
                            rack.keys().path("stranger").toString(),
                            "authorized_keys");
        }
    }

    @Test
    void opensNothingWithoutAnyKey() {
        assertUnusable(start(), "nothing to log in with", "identity(file)");
    }

    @Test
    void opensNothingWithAKeyThatIsNotThere() {
        assertUnusable(start().identity(Path.of("no-such-key")), "no-such-key", "cannot be read");
    }

    @Test
    void opensNothingWithWhatIsNoKey() {
        assertUnusable(start().identity(rack.keys().write("no-key", "nothing")), "no-key", "ssh-keygen");
    }

    @Test
    void opensNothingWithAnEncryptedKeyAlone() {
        assertUnusable(start().identity(rack.keys().path("encrypted")), "encrypted", "passphrase");
    }

    @Test
    void opensNothingWithAWrongPassphrase() {
        var builder = start().identity(rack.keys().path("encrypted"), Secret.of("wrong canary"));
        assertUnusable(builder, "the passphrase given does not open");
        assertThatThrownBy(builder::open).hasMessageNotContaining("canary").hasNoCause();
    }

    @Test
    void opensNothingWithAnAgentThatIsNotThere() {
        assertUnusable(start().agent(Path.of("no-such-agent")), "no-such-agent", "ssh-agent");
    }

    @Test
    void opensNothingWithKnownHostsThatAreNotThere() {
        var login = SshExecutor.as("root").identity(rack.keys().user());
        assertUnusable(login.trusting(HostKeys.knownHosts(Path.of("no-such-file"))), "no-such-file", "ssh-keyscan");
    }

    @Test
    void opensNothingWithKnownHostsThatAreBroken() {
        var file = rack.keys().write("broken", "host ssh-ed25519 A\n");
        var login = SshExecutor.as("root").identity(rack.keys().user());
        assertUnusable(login.trusting(HostKeys.knownHosts(file)), "broken line 1", "mend or remove that line");
    }

    private static SshExecutorBuilder start() {
        return SshExecutor.as("root").trusting(HostKeys.knownHosts(rack.knownHosts()));
    }

    private static void assertLetIn(SshExecutorBuilder builder) {
        try (var ssh = builder.open()) {
            assertThat(SshRack.run(ssh, master, "true").succeeded()).isTrue();
        }
    }

    private static void assertUnusable(SshExecutorBuilder builder, String... words) {
        assertThatThrownBy(builder::open)
                .isInstanceOf(UnusableSshSettingsException.class)
                .hasMessageContainingAll(words);
    }

    private static Daemon agent(Room room, Path socket) {
        var agent = room.start(rack.keys().path("agent.log"), List.of("ssh-agent", "-D", "-a", socket.toString()));
        if (!Patience.until(PATIENCE, () -> Files.exists(socket))) {
            throw new IllegalStateException("the agent does not start: " + agent.lines());
        }
        return agent;
    }
}
