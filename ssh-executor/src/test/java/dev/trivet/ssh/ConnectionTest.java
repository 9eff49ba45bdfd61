package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.CommandResult.NotRun;
import dev.trivet.exec.CommandResult.Unknown;
import dev.trivet.exec.Secret;
import dev.trivet.harness.Forwarder;
import dev.trivet.harness.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that are made, kept, shared, broken and made again. */
@Tag("real-tools")
class ConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Command HANG = Command.of("sh", "-c", "echo up; sleep 54321");

    private static SshRack rack;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeAll
    static void open() {
        rack = SshRack.open(3);
    }

    @AfterAll
    static void close() {
        if (rack != null) {
            rack.close();
        }
    }

    @AfterEach
    void end() {
        threads.shutdown();
    }

    @Test
    void runsOnMastersSideBySide() throws InterruptedException, ExecutionException {
        var allRun = new CountDownLatch(3);
        try (var ssh = rack.root()) {
            var results = new ArrayList<Future<CommandResult>>();
            for (String name : new String[] {"m1", "m2", "m3"}) {
                // Every listener waits for all: none comes back before all commands run.
                results.add(threads.submit(() -> ssh.run(rack.master(name), Command.of("hostname"), line -> {
                    allRun.countDown();
                    await(allRun);
                })));
            }
            assertThat(results.get(0).get()).isEqualTo(new CommandResult.Finished(0, "m1\n", ""));
            assertThat(results.get(1).get()).isEqualTo(new CommandResult.Finished(0, "m2\n", ""));
            assertThat(results.get(2).get()).isEqualTo(new CommandResult.Finished(0, "m3\n", ""));
        }
    }

    @Test
    void connectsAgainAfterTheServerWasKilled() throws InterruptedException, ExecutionException {
        try (var ssh = rack.root()) {
            var running = new CountDownLatch(1);
            var result = threads.submit(() -> ssh.run(rack.master("m1"), HANG, line -> running.countDown()));
            running.await();
            rack.host("m1").restart();
            assertThat(result.get()).isInstanceOf(Unknown.class);
            assertThat(result.get().toString()).contains("m1", "the connection broke while sh ran");
            assertThat(SshRack.run(ssh, rack.master("m1"), "echo", "again").output())
                    .isEqualTo("again\n");
        }
    }

    @Test
    void doesNotKnowWhatBecameOfACommandThatWasCutOffSilently() throws InterruptedException, ExecutionException {
        try (var ssh = rack.as("root").keepAlive(Duration.ofMillis(500)).open()) {
            var running = new CountDownLatch(1);
            var result = threads.submit(() -> ssh.run(rack.master("m2"), HANG, line -> running.countDown()));
            running.await();
            rack.net().cut(rack.host("m2").room());
            try {
                assertThat(result.get()).isInstanceOf(Unknown.class);
                assertThat(result.get().toString()).contains("m2", "the connection broke");
                var next =
                        ssh.run(rack.master("m2"), Command.of("true").withDeadline(Duration.ofSeconds(2)), line -> {});
                assertThat(next).isInstanceOf(NotRun.class);
            } finally {
                rack.net().mend(rack.host("m2").room());
            }
            assertThat(Patience.until(PATIENCE, () -> isReachable(ssh, "m2"))).isTrue();
        }
    }

    @Test
    void keepsAQuietConnection() {
        try (var ssh = rack.as("root").keepAlive(Duration.ofMillis(100)).open()) {
            long before = rack.host("m1").logged("Accepted publickey");
            assertThat(SshRack.run(ssh, rack.master("m1"), "sleep", "2").succeeded())
                    .isTrue();
            assertThat(SshRack.run(ssh, rack.master("m1"), "true").succeeded()).isTrue();
            assertThat(rack.host("m1").logged("Accepted publickey")).isEqualTo(before + 1);
        }
    }

    @Test
    void aFrozenMasterHoldsUpNoOther() throws InterruptedException, ExecutionException {
        rack.host("m3").sshd().freeze();
        try (var ssh = rack.root()) {
            var stuck = threads.submit(() ->
                    ssh.run(rack.master("m3"), Command.of("true").withDeadline(Duration.ofSeconds(5)), line -> {}));
            assertThat(SshRack.run(ssh, rack.master("m1"), "true").succeeded()).isTrue();
            assertThat(SshRack.run(ssh, rack.master("m2"), "true").succeeded()).isTrue();
            assertThat(stuck).succeedsWithin(PATIENCE).isInstanceOf(NotRun.class);
            assertThat(stuck.get().toString()).contains("m3", "there was no connection yet");
        } finally {
            rack.host("m3").restart();
        }
    }

    @Test
    void givesUpAServerThatSaysNothing() {
        rack.host("m3").sshd().freeze();
        try (var ssh = rack.as("root").connectTimeout(Duration.ofSeconds(1)).open()) {
            var result = ssh.run(rack.master("m3"), Command.of("true"), line -> {});
            assertThat(result).isInstanceOf(NotRun.class);
            assertThat(result.toString()).contains("m3", "does not answer");
        } finally {
            rack.host("m3").restart();
        }
    }

    @Test
    void saysThatNobodyListens() {
        try (var ssh = rack.as("root").port(2222).open()) {
            var result = ssh.run(rack.master("m1"), Command.of("true"), line -> {});
            assertThat(result).isInstanceOf(NotRun.class);
            assertThat(result.toString()).contains("m1", "takes no connection", "port 2222");
        }
    }

    @Test
    void saysThatNoMachineIsThere() {
        try (var ssh = rack.as("root").connectTimeout(Duration.ofSeconds(1)).open()) {
            var result = ssh.run(rack.master("m5"), Command.of("true"), line -> {});
            assertThat(result).isInstanceOf(NotRun.class);
            assertThat(result.toString()).contains("m5", "does not answer", "whether it is up");
        }
    }

    @Test
    void saysThatAServerHangsUp() {
        try (var forwarder = new Forwarder(here(), rack.host("m1").address());
                var ssh = rack.as("root").port(forwarder.port()).open()) {
            forwarder.shut();
            var result = ssh.run(rack.master("here"), Command.of("true"), line -> {});
            assertThat(result).isInstanceOf(NotRun.class);
        }
    }

    @Test
    void tellsACutBeforeTheCommandFromOneAmidIt() throws InterruptedException, ExecutionException {
        try (var forwarder = new Forwarder(here(), rack.host("m1").address());
                var ssh = throughForwarder(forwarder).open()) {
            SshRack.run(ssh, rack.master("here"), "true");
            var running = new CountDownLatch(1);
            var amid = threads.submit(() -> ssh.run(rack.master("here"), HANG, line -> running.countDown()));
            running.await();
            forwarder.shut();
            assertThat(amid.get()).isInstanceOf(Unknown.class);
            var before = ssh.run(rack.master("here"), Command.of("true"), line -> {});
            assertThat(before).isInstanceOf(NotRun.class);
            forwarder.reopen();
            assertThat(SshRack.run(ssh, rack.master("here"), "echo", "again").output())
                    .isEqualTo("again\n");
        }
    }

    @Test
    void deliversNoHalfLineOfAConnectionThatBroke() {
        var lines = new ArrayList<String>();
        try (var forwarder = new Forwarder(here(), rack.host("m1").address());
                var ssh = throughForwarder(forwarder).open()) {
            var half = Command.of("sh", "-c", "printf 'whole\\nha'; sleep 54321");
            var result = ssh.run(rack.master("here"), half, line -> {
                lines.add(line);
                forwarder.cut();
            });
            assertThat(result).isInstanceOf(Unknown.class);
        }
        assertThat(lines).containsExactly("whole");
    }

    @Test
    void goesThroughAJumpHost() {
        long before =
                rack.host("m2").logged("Connection from " + rack.host("m1").address());
        try (var ssh = rack.as("free")
                .sudo()
                .jump("bashed@" + rack.host("m1").address())
                .open()) {
            assertThat(SshRack.run(ssh, rack.master("m2"), "hostname").output()).isEqualTo("m2\n");
            assertThat(SshRack.run(ssh, rack.master("m3"), "seq", "300000").output())
                    .endsWith("\n300000\n");
            var input = Command.of("wc", "-c").withInput(Secret.of("x".repeat(3 << 20)));
            assertThat(ssh.run(rack.master("m3"), input, line -> {}))
                    .isEqualTo(new CommandResult.Finished(0, (3 << 20) + "\n", ""));
        }
        assertThat(rack.host("m2").logged("Connection from " + rack.host("m1").address()))
                .isEqualTo(before + 1);
    }

    @Test
    void goesThroughSeveralJumpHostsAndAgainAfterOneWasKilled() {
        var first = rack.host("m1").address();
        try (var ssh = rack.as("root")
                .jump(first)
                .jump(rack.host("m2").address() + ":22")
                .open()) {
            assertThat(SshRack.run(ssh, rack.master("m3"), "hostname").output()).isEqualTo("m3\n");
            rack.host("m1").restart();
            assertThat(Patience.until(PATIENCE, () -> isReachable(ssh, "m3"))).isTrue();
        }
    }

    @Test
    void findsOutThatAMasterBehindAJumpHostIsGone() throws InterruptedException, ExecutionException {
        var builder = rack.as("root").jump(rack.host("m1").address()).keepAlive(Duration.ofMillis(500));
        try (var ssh = builder.open()) {
            var running = new CountDownLatch(1);
            var result = threads.submit(() -> ssh.run(rack.master("m2"), HANG, line -> running.countDown()));
            running.await();
            rack.net().cut(rack.host("m2").room());
            try {
                assertThat(result.get()).isInstanceOf(Unknown.class);
                assertThat(SshRack.run(ssh, rack.master("m3"), "true").succeeded())
                        .isTrue();
            } finally {
                rack.net().mend(rack.host("m2").room());
            }
        }
    }

    @Test
    void saysThatAJumpHostIsNotThere() {
        var builder = rack.as("root").jump("ops@" + rack.host("m1").address() + ":2222");
        try (var ssh = builder.open()) {
            var result = ssh.run(rack.master("m2"), Command.of("true"), line -> {});
            assertThat(result).isInstanceOf(NotRun.class);
            assertThat(result.toString()).contains("jump host", "takes no connection");
        }
    }

    @Test
    void saysThatAJumpHostDoesNotReachAMaster() {
        try (var ssh =
                rack.as("root").jump(rack.host("m1").address()).port(2222).open()) {
            var result = ssh.run(rack.master("m2"), Command.of("true"), line -> {});
            assertThat(result).isInstanceOf(NotRun.class);
            assertThat(result.toString())
                    .contains("m2", rack.host("m1").address() + " in between does not reach it", "AllowTcpForwarding");
        }
    }

    @Test
    void isOfNoUseOnceClosed() throws InterruptedException, ExecutionException {
        var ssh = rack.root();
        var running = new CountDownLatch(1);
        var result = threads.submit(() -> ssh.run(rack.master("m1"), HANG, line -> running.countDown()));
        running.await();
        ssh.close();
        assertThat(result.get()).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> ssh.run(rack.master("m1"), Command.of("true"), line -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(Patience.until(
                        PATIENCE,
                        () -> Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(thread -> thread.getName()
                                        .contains(rack.host("m1").address()))))
                .isTrue();
    }

    private static SshExecutorBuilder throughForwarder(Forwarder forwarder) {
        var pin = HostKeys.pinned(here(), rack.keys().fingerprint("m1"));
        return SshExecutor.as("root")
                .identity(rack.keys().user())
                .port(forwarder.port())
                .trusting(pin);
    }

    private static String here() {
        return rack.master("here").address().toString();
    }

    private static boolean isReachable(SshExecutor ssh, String name) {
        var command = Command.of("true").withDeadline(Duration.ofSeconds(5));
        return ssh.run(rack.master(name), command, line -> {}) instanceof CommandResult.Finished;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
