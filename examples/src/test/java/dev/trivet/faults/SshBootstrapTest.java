package dev.trivet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Command;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.plan.NodeFiles;
import dev.trivet.plan.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bare machines become a control plane over real sshd, whoever logs in and however. */
@Tag("real-tools")
class SshBootstrapTest {

    @TempDir
    static Path folder;

    private static Site site;

    private final List<Command> commands = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() {
        site = Site.open(folder);
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bootstrapsThenWritesNothingThenMends(Login login) {
        site.reset();
        long direct = connectionsFrom(site.machines.address(1));
        try (var ssh = login.open(site)) {
            var controlPlane = site.over(counted(ssh));
            plansWithoutWriting(controlPlane, login);
            bootstraps(controlPlane);
            findsNothingToDo(controlPlane);
            mendsWhatDriftedAndNothingElse(controlPlane);
        }
        boolean jumped = connectionsFrom(site.machines.address(1)) == direct;
        assertThat(jumped).isEqualTo(login == Login.SUDO_BEHIND_A_JUMP_HOST);
    }

    private static long connectionsFrom(String address) {
        return site.names().stream()
                .mapToLong(name -> site.host(name).logged("Connection from " + address + " "))
                .sum();
    }

    private NodeExecutor counted(NodeExecutor ssh) {
        return (master, command, lines) -> {
            commands.add(command);
            return ssh.run(master, command, lines);
        };
    }

    private void plansWithoutWriting(ControlPlane controlPlane, Login login) {
        assertThat(site.room("m1").run("getent", "passwd", login.user).strip()).endsWith("/" + login.shell);
        var before = site.files();
        var plan = controlPlane.plan();
        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.steps())
                .extracting(Step::title)
                .contains("m1: run kubeadm init", "m2: run kubeadm join", "m3: run kubeadm join");
        assertThat(commands).as("one question a master").hasSize(3);
        assertThat(site.files()).isEqualTo(before);
    }

    private static void bootstraps(ControlPlane controlPlane) {
        var judge = new Judge(site);
        judge.isComplete("bootstrap", controlPlane.apply(event -> {}));
        judge.looksAt("bootstrap");
        assertThat(site.standIns.lines("log/joins")).containsExactly("m2 ", "m3 ");
        for (String master : site.names()) {
            assertThat(site.room(master)
                            .run("find", "/run/trivet", "-type", "f")
                            .lines())
                    .containsExactlyInAnyOrder("/run/trivet/held", "/run/trivet/lock");
        }
    }

    private void findsNothingToDo(ControlPlane controlPlane) {
        commands.clear();
        new Judge(site).writesNothing(controlPlane, "again");
        assertThat(commands).as("one question a master").hasSize(3);
    }

    private static void mendsWhatDriftedAndNothingElse(ControlPlane controlPlane) {
        var before = plainFiles();
        site.room("m2").run("rm", "/etc/trivet/kubeadm-join.yaml");
        site.room("m3").run("sh", "-c", "echo drift >>" + Site.TAKEN);
        assertThat(controlPlane.apply(event -> {}).isComplete()).isTrue();
        var after = plainFiles();
        assertThat(touched(before.get(0), after.get(0))).isEmpty();
        assertThat(touched(before.get(1), after.get(1))).containsExactly("/etc/trivet/kubeadm-join.yaml");
        assertThat(touched(before.get(2), after.get(2)))
                .as("the manifest twice, for a restart")
                .containsExactlyInAnyOrder(
                        Site.TAKEN,
                        NodeFiles.HAPROXY_MANIFEST,
                        "/var/lib/trivet/previous" + Site.TAKEN,
                        "/var/lib/trivet/previous" + NodeFiles.HAPROXY_MANIFEST);
        new Judge(site).writesNothing(controlPlane, "after the repair");
    }

    private static List<Map<String, String>> plainFiles() {
        return site.names().stream().map(site::plainFiles).toList();
    }

    /** The files that are others than before; every run takes the lock. */
    private static Set<String> touched(Map<String, String> before, Map<String, String> after) {
        var paths = new TreeSet<>(after.keySet());
        paths.addAll(before.keySet());
        paths.removeIf(
                path -> path.equals("/run/trivet/lock") || line(before, path).equals(line(after, path)));
        return paths;
    }

    private static String line(Map<String, String> files, String path) {
        return files.getOrDefault(path, "");
    }
}
