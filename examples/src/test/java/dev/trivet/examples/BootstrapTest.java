package dev.trivet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.ssh.SshExecutorBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no masters; the whole program is run against real ones by hand. */
class BootstrapTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void tellsHowItIsUsed() {
        assertThat(run()).isEqualTo(2);
        assertThat(text()).startsWith("usage: ").contains("--known-hosts");
        assertThat(run("--help")).isZero();
        assertThat(run("cluster.yaml", "--help")).isZero();
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThat(run("cluster.yaml", "--keys", "x")).isEqualTo(2);
        assertThat(text()).contains("there is no option --keys; see --help");
        assertThat(run("cluster.yaml", "--port", "ssh")).isEqualTo(2);
        assertThat(text()).contains("--port ssh is no number");
        assertThat(run("cluster.yaml", "--user")).isEqualTo(2);
        assertThat(text()).contains("--user needs a value");
        assertThat(run("cluster.yaml", "--sudo-password-file", "no-such-file")).isEqualTo(2);
        assertThat(text()).contains("no-such-file cannot be read");
        assertThat(run("cluster.yaml", "other.yaml")).isEqualTo(2);
        assertThat(text()).contains("other.yaml is one file too many, beside cluster.yaml");
        assertThat(run("--plan", "--key", "--known-hosts", "kh")).isEqualTo(2);
        assertThat(text()).contains("--key needs a value");
        assertThat(run("--plan")).isEqualTo(2);
        assertThat(text()).contains("CLUSTER.yaml is missing");
        assertThat(run("--key", "k", "--known-hosts", "kh", "--port", "99999", "cluster.yaml"))
                .isEqualTo(2);
        assertThat(text()).contains("99999");
        assertThat(run("cluster.yaml")).isEqualTo(2);
        assertThat(text()).contains("--key is missing");
        assertThat(run("cluster.yaml", "--agent", "socket", "--passphrase-file", "cluster.yaml"))
                .isEqualTo(2);
        assertThat(text()).contains("--key is missing");
    }

    @Test
    void aWrongSpecIsToldBeforeAnyMasterIsAsked() {
        assertThat(run("broken-cluster.yaml", "--key", "no-such-key")).isEqualTo(1);
        assertThat(text()).containsOnlyOnce("masters[1].priority").contains("no master was asked");
        assertThat(complaints.size()).isZero();
    }

    @Test
    void whatIsWrongWithASpecIsNoJson() {
        assertThat(run("broken-cluster.yaml", "--key", "no-such-key", "--json")).isEqualTo(1);
        assertThat(text()).isEmpty();
        assertThat(complaints.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("masters[1].priority")
                .contains("no master was asked");
    }

    @Test
    void aPasswordForSudoIsNotForgotten() throws Exception {
        var password = Files.writeString(folder.resolve("password"), "geheim\n");
        var hosts = Files.createFile(folder.resolve("known_hosts"));
        var options = BootstrapOptions.of(
                "--agent",
                "socket",
                "--known-hosts",
                hosts.toString(),
                "--sudo-password-file",
                password.toString(),
                "--sudo");
        var draft = field(SshExecutorBuilder.class.getSuperclass(), "draft", options.login());
        assertThat(field(draft.getClass(), "sudo", draft).getClass().getSimpleName())
                .isEqualTo("With");
    }

    /** Nobody is told what is given to sudo. */
    private static Object field(Class<?> type, String name, Object object) throws ReflectiveOperationException {
        var field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(object);
    }

    @Test
    void unusableSshSettingsAreTold() throws IOException {
        var hosts = Files.createFile(folder.resolve("known_hosts"));
        assertThat(run("cluster.yaml", "--key", "no-such-key", "--known-hosts", hosts.toString(), "--plan"))
                .isEqualTo(1);
        assertThat(text()).contains("no-such-key");
        assertThat(run("cluster.yaml", "--agent", "no-such-agent", "--known-hosts", hosts.toString(), "--json"))
                .isEqualTo(1);
        assertThat(text()).contains("no-such-agent");
    }

    private int run(String... args) {
        printed.reset();
        complaints.reset();
        return new Bootstrap(stream(printed), stream(complaints)).run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
