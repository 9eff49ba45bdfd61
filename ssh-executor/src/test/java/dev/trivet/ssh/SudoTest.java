package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult.Finished;
import dev.trivet.exec.CommandResult.NotRun;
import dev.trivet.exec.CommandResult.Unknown;
import dev.trivet.exec.Secret;
import dev.trivet.harness.Patience;
import dev.trivet.harness.SshHost;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Becoming root by real sudo, from real login shells. */
@Tag("real-tools")
class SudoTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Secret PASSWORD = Secret.of(SshHost.SUDO_PASSWORD);

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
    void becomesRootWithoutAPassword() {
        try (var ssh = rack.as("free").sudo().open()) {
            var result =
                    ssh.run(master, Command.of("sh", "-c", "id -u; cat").withInput(Secret.of("input")), line -> {});
            assertThat(result).isEqualTo(new Finished(0, "0\ninput", ""));
        }
    }

    @Test
    void becomesRootWithAPassword() {
        try (var ssh = rack.as("asked").sudo(PASSWORD).open()) {
            var result = ssh.run(master, Command.of("sh", "-c", "id -u; cat").withInput(Secret.of("a\nb")), line -> {});
            assertThat(result).isEqualTo(new Finished(0, "0\na\nb", ""));
            assertThat(SshRack.run(ssh, master, "cat")).isEqualTo(new Finished(0, "", ""));
        }
    }

    @Test
    void keepsThePasswordFromACommandForWhichNobodyAsks() {
        try (var ssh = rack.as("free").sudo(Secret.of("canary")).open()) {
            var result = ssh.run(master, Command.of("cat").withInput(Secret.of("input")), line -> {});
            assertThat(result).isEqualTo(new Finished(0, "input", ""));
        }
    }

    @Test
    void shallNotShowThePasswordToOtherUsers() {
        try (var ssh = rack.as("asked").sudo(PASSWORD).open()) {
            var lines = new ArrayList<String>();
            var script = "cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n'";
            ssh.run(master, Command.of("sh", "-c", script), lines::add);
            assertThat(lines).anyMatch(line -> line.contains("sshd")).noneMatch(line -> line.contains("canary"));
        }
    }

    @Test
    void writesAWrongPasswordOnce() {
        try (var ssh = rack.as("asked").sudo(Secret.of("wrong canary")).open()) {
            var first = ssh.run(
                    master,
                    Command.of("touch", "/run/done").withInput(Secret.of(SshHost.SUDO_PASSWORD + "\n")),
                    line -> {});
            assertThat(first).isInstanceOf(NotRun.class);
            assertThat(first.toString())
                    .contains("m1", "sudo refuses the password of asked")
                    .doesNotContain("canary");
            long sessions = rack.host("m1").logged("Starting session: command");
            var second = ssh.run(master, Command.of("touch", "/run/done"), line -> {});
            assertThat(second).isEqualTo(first);
            assertThat(rack.host("m1").logged("Starting session: command")).isEqualTo(sessions);
        }
        assertThat(rack.host("m1").room().path("/run/done")).doesNotExist();
    }

    @Test
    void tellsThatAPasswordIsNeeded() {
        try (var ssh = rack.as("asked").sudo().open()) {
            var result = ssh.run(master, Command.of("touch", "/run/done"), line -> {});
            assertThat(result).isInstanceOf(NotRun.class);
            assertThat(result.toString()).contains("m1", "a password is required", "NOPASSWD", "sudo(Secret)");
        }
    }

    @Test
    void tellsWhatSudoSaysToAUserWithAPasswordWhoMayNotUseIt() {
        try (var ssh = rack.as("nobodys").sudo(PASSWORD).open()) {
            var result = ssh.run(master, Command.of("true"), line -> {});
            assertThat(result).isInstanceOf(NotRun.class);
            assertThat(result.toString())
                    .contains("m1", "nobodys is not in the sudoers file", "allow nobodys to run everything by sudo")
                    .doesNotContain("canary");
            assertThat(ssh.run(master, Command.of("true"), line -> {})).isEqualTo(result);
        }
    }

    @Test
    void tellsThatALoginShellTakesNoCommands() {
        try (var ssh = rack.as("locked").sudo().open()) {
            var result = ssh.run(master, Command.of("true"), line -> {});
            assertThat(result).isInstanceOf(NotRun.class);
            assertThat(result.toString()).contains("m1", "not available");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashed", "bashed", "fished"})
    void mindsNoLoginShellNorWhatItSays(String user) {
        try (var ssh = rack.as(user).sudo().open()) {
            var lines = new ArrayList<String>();
            var command = Command.of("printf", "%s\\n", "it's \\ \\' \"$HOME\" `id`", "ä\nb", "*")
                    .withInput(Secret.of("x"));
            var result = ssh.run(master, command, lines::add);
            assertThat(result).isEqualTo(new Finished(0, "it's \\ \\' \"$HOME\" `id`\nä\nb\n*\n", ""));
            assertThat(lines).containsExactly("it's \\ \\' \"$HOME\" `id`", "ä", "b", "*");
        }
    }

    @Test
    void writesThePasswordOnlyWhenSudoAsksWhateverAShellTraces() {
        try (var ssh = rack.as("traced").sudo(PASSWORD).open()) {
            var result = ssh.run(master, Command.of("cat").withInput(Secret.of("input")), line -> {});
            assertThat(result).isEqualTo(new Finished(0, "input", ""));
        }
    }

    @Test
    void runsACommandWhoseErrorsAreTurnedAway() {
        try (var ssh = rack.as("hushed").sudo().open()) {
            var result = ssh.run(master, Command.of("sh", "-c", "echo out; echo err >&2; exit 7"), line -> {});
            assertThat(result).isEqualTo(new Finished(7, "out\n", ""));
            var hang = Command.of("sleep", "64321").withDeadline(Duration.ofSeconds(3));
            assertThat(ssh.run(master, hang, line -> {})).isInstanceOf(Unknown.class);
            assertThat(Patience.until(
                            PATIENCE, () -> !rack.host("m1").processes().contains("64321")))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "USR1"})
    void tellsTheEndByASignal(String signal) {
        try (var ssh = rack.as("free").sudo().open()) {
            var direct = SshRack.run(ssh, master, "sh", "-c", "kill -s " + signal + " $$");
            assertThat(direct.exitCode())
                    .isEqualTo(128
                            + Integer.parseInt(SshRack.run(ssh, master, "bash", "-c", "kill -l " + signal)
                                    .output()
                                    .strip()));
        }
    }

    @Test
    void endsACommandOfRootsAfterItsDeadline() {
        try (var ssh = rack.as("asked").sudo(PASSWORD).open()) {
            var hang = Command.of("sleep", "65432").withDeadline(Duration.ofSeconds(4));
            assertThat(ssh.run(master, hang, line -> {})).isInstanceOf(Unknown.class);
            assertThat(Patience.until(
                            PATIENCE, () -> !rack.host("m1").processes().contains("65432")))
                    .isTrue();
        }
    }
}
