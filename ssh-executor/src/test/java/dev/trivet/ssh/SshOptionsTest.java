package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.exec.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said before an executor is opened, and what is refused at once. */
class SshOptionsTest {

    private static final HostKeys NOBODY = HostKeys.pinned("nobody", "SHA256:" + "A".repeat(43));

    @Test
    void optionsMayComeBeforeAndAfterTheHostKeys() {
        var builder = SshExecutor.as("ops")
                .port(2222)
                .sudo(Secret.of("canary"))
                .identity(Path.of("key"), Secret.of("canary"))
                .trusting(NOBODY)
                .jump("bastion")
                .agent(Path.of("agent"))
                .connectTimeout(Duration.ofSeconds(1))
                .keepAlive(Duration.ofSeconds(2));
        var settings = builder.draft.settings(NOBODY);
        assertThat(settings.port()).isEqualTo(2222);
        assertThat(settings.connectMillis()).isEqualTo(1000);
        assertThat(settings.keepAliveMillis()).isEqualTo(2000);
        assertThat(settings.agent()).contains(Path.of("agent"));
        assertThat(settings.toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65536})
    void refusesWhatIsNoPort(int port) {
        assertThatThrownBy(() -> SshExecutor.as("root").port(port)).hasMessageContaining("port " + port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT2H"})
    void refusesTimesOutOfRange(Duration time) {
        assertThatThrownBy(() -> SshExecutor.as("root").keepAlive(time)).hasMessageContaining("keepAlive");
        assertThatThrownBy(() -> SshExecutor.as("root").connectTimeout(time)).hasMessageContaining("connectTimeout");
    }

    @ParameterizedTest
    @CsvSource({
        "bastion,,bastion,22",
        "ops@bastion,ops,bastion,22",
        "ops@bastion.example:2222,ops,bastion.example,2222",
        "fd00::1,,fd00::1,22",
        "ops@fd00::1,ops,fd00::1,22",
        "ops@[fd00::1]:2222,ops,fd00::1,2222",
        "192.168.1.1:23,,192.168.1.1,23"
    })
    void readsJumpHosts(String text, String user, String host, int port) {
        assertThat(JumpHost.parse(text)).isEqualTo(new JumpHost(Optional.ofNullable(user), host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "ops@", "a b", "host:", "host:x", "host:0", "host:99999", "a@b@c", "-o x"})
    void refusesWhatIsNoJumpHost(String text) {
        assertThatThrownBy(() -> JumpHost.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SHA256:", "MD5:00:11", "SHA256:abc", "256 SHA256:x"})
    void refusesWhatIsNoFingerprint(String text) {
        assertThatThrownBy(() -> HostKeys.pinned("m1", text)).hasMessageContaining("ssh-keygen");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8::11,22",
        "2001:0db8:0:0::11,2222",
        "[2001:db8:0::11]:2222,2222",
        "[2001:DB8::0.0.0.17]:2222,2222"
    })
    void aPinHoldsForEverySpellingOfAnAddress(String name, int port) {
        var keys = NOBODY.and(HostKeys.pinned(name, "SHA256:" + "B".repeat(43)));
        assertThat(keys.pinsOf(new Endpoint("m1", "root", "2001:db8::11", port)))
                .isPresent();
        assertThat(keys.pinsOf(new Endpoint("jump host", "root", "2001:db8:0:0:0::11", port)))
                .isPresent();
        assertThat(keys.pinsOf(new Endpoint("m1", "root", "2001:db8::12", port)))
                .isEmpty();
    }

    @Test
    void aPinForAPortGoesBeforeOneForTheHost() {
        var fingerprint = "SHA256:" + "B".repeat(43);
        var keys = HostKeys.pinned("m1", "SHA256:" + "A".repeat(43)).and(HostKeys.pinned("[m1]:2222", fingerprint));
        assertThat(keys.pinsOf(new Endpoint("m1", "root", "m1", 2222)).orElseThrow())
                .containsExactly(fingerprint);
        assertThat(keys.pinsOf(new Endpoint("m1", "root", "m1", 2223)).orElseThrow())
                .doesNotContain(fingerprint);
        assertThat(keys.pinsOf(new Endpoint("m2", "root", "m2", 22))).isEmpty();
        assertThat(keys.toString()).contains("pinned");
        assertThat(HostKeys.knownHosts(Path.of("a"))
                        .and(HostKeys.knownHosts(Path.of("b")))
                        .toString())
                .isEqualTo("a or b");
    }
}
