package dev.trivet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Cancellation;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Event;
import dev.trivet.exec.Report;
import dev.trivet.exec.Secret;
import dev.trivet.harness.Direction;
import dev.trivet.harness.Forwarder;
import dev.trivet.harness.Patience;
import dev.trivet.plan.Blocker;
import dev.trivet.plan.BlockerKind;
import dev.trivet.ssh.HostKeys;
import dev.trivet.ssh.SshExecutor;
import dev.trivet.ssh.SshExecutorBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole runs over real sshd that meet a real fault, and those after. {@code -Dfaults.full=true} cuts a run's connections after
 * many numbers of bytes instead of one.
 */
@Tag("real-tools")
class FaultyRunTest {

    private static final Duration PLENTY = Duration.ofMinutes(5);
    /** Fewer than a whole run takes in either direction. */
    private static final long MOST_BYTES = 100_000;

    private static final String MANIFESTS = "/etc/kubernetes/manifests";

    @TempDir
    static Path folder;

    private static Site site;

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

    private static Judge judge() {
        return new Judge(site);
    }

    @BeforeEach
    void reset() {
        site.reset();
    }

    @Test
    void nothingIsWrittenWhereOneMasterIsInNoStateForIt() {
        noSudo();
        var bare = site.plainFiles("m2");
        try (var ssh = Login.ROOT.open(site)) {
            var controlPlane = site.over(ssh);
            onlyM2Refuses(controlPlane, "size=4k");
            onlyM2Refuses(controlPlane, "ro");
        }
        assertThat(site.plainFiles("m2"))
                .containsAllEntriesOf(bare)
                .hasSize(bare.size() + 2)
                .containsKeys("/run/trivet/held", "/run/trivet/lock");
        wrongPassword();
        changedHostKey();
        hungShell();
    }

    /** A file system of its own where the last files go: all others have been staged before. */
    private void onlyM2Refuses(ControlPlane controlPlane, String options) {
        var room = site.room("m2");
        room.run("mkdir", "-p", MANIFESTS);
        room.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", MANIFESTS);
        var report = controlPlane.apply(event -> {});
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem())
                        .startsWith("m2: no file was changed: " + MANIFESTS)
                        .contains("it cannot be written"));
        judge().looksAt(options);
        assertThat(site.standIns.lines("log/inits")).isEmpty();
        room.run("umount", MANIFESTS);
    }

    private void wrongPassword() {
        try (var ssh = site.as("asked").sudo(Secret.of("wrong canary")).open()) {
            var report = begunNothing(site.over(ssh));
            assertThat(report.toString())
                    .contains("sudo refuses the password of asked")
                    .doesNotContain("canary");
        }
    }

    private void noSudo() {
        try (var ssh = site.as("bashed").open()) {
            assertThat(begunNothing(site.over(ssh)).toString()).contains("commands run there as bashed, not as root");
        }
    }

    private void changedHostKey() {
        var m2 = site.host("m2");
        m2.useHostKey(site.machines.keys().host("stranger"));
        long attempts = m2.logged("userauth-request");
        try (var ssh = Login.ROOT.open(site)) {
            var report = begunNothing(site.over(ssh));
            assertThat(report.plan().blockers()).extracting(Blocker::kind).containsExactly(BlockerKind.UNREACHABLE);
            assertThat(report.toString()).contains("m2", "another host key");
        }
        assertThat(m2.logged("userauth-request")).isEqualTo(attempts);
        m2.useHostKey(site.machines.keys().host("m2"));
    }

    private void hungShell() {
        var room = site.room("m2");
        room.write("/usr/local/bin/hang", "#!/bin/sh\nexec sleep 86400\n".getBytes(StandardCharsets.UTF_8), "755");
        room.run("usermod", "--shell", "/usr/local/bin/hang", "free");
        var before = site.files();
        var cancellation = new Cancellation();
        try (var ssh = site.as("free").sudo().open()) {
            var run = CompletableFuture.supplyAsync(() -> site.over(ssh).apply(event -> {}, cancellation));
            assertThat(Patience.until(PLENTY, () -> site.host("m2").processes().contains("sleep 86400")))
                    .isTrue();
            cancellation.cancel();
            assertThat(run.join().isComplete()).isFalse();
        }
        assertThat(site.files()).isEqualTo(before);
    }

    private Report begunNothing(ControlPlane controlPlane) {
        var before = site.files();
        var report = controlPlane.apply(event -> {});
        assertThat(report.isComplete()).isFalse();
        assertThat(report.done()).isEmpty();
        assertThat(site.files()).isEqualTo(before);
        return report;
    }

    @Test
    void oneOfTwoOperatorsGoesOnAfterACut() {
        int cuts = Boolean.getBoolean("faults.full") ? 20 : 1;
        var random = new Random(4711);
        for (int i = 0; i < cuts; i++) {
            site.reset();
            var direction = random.nextBoolean() ? Direction.THERE : Direction.BACK;
            cutOff(direction, random.nextLong(MOST_BYTES));
        }
    }

    /** All connections go through one machine in between, and break at once. */
    private void cutOff(Direction direction, long bytes) {
        var name = "cut after " + bytes + " bytes " + direction;
        try (var forwarder = new Forwarder(site.machines.address(1), site.gate().address());
                var ssh = through(forwarder).open()) {
            forwarder.cutAfter(direction, bytes);
            site.over(ssh).apply(event -> {});
            judge().looksAt(name);
        }
        try (var ssh = Login.ROOT.open(site)) {
            onlyAliceIsAtWork(site.over(ssh).withOperator("Alice"), name);
            judge().writesNothing(site.over(ssh), name);
        }
    }

    private static SshExecutorBuilder through(Forwarder forwarder) {
        var here = site.machines.address(1);
        return SshExecutor.as("root")
                .identity(site.machines.keys().user())
                .jump(here + ":" + forwarder.port())
                .trusting(HostKeys.knownHosts(site.machines.knownHosts())
                        .and(HostKeys.pinned(here, site.machines.keys().fingerprint("gate"))));
    }

    /** Bob comes while Alice is at work; where the cut came after all was done, she has none. */
    private void onlyAliceIsAtWork(ControlPlane alices, String name) {
        var bobs = new ArrayList<Report>();
        var report = alices.apply(event -> {
            if (event instanceof Event.StepStarted && bobs.isEmpty()) {
                bobs.add(applyAsBob());
            }
        });
        judge().isComplete(name, report);
        judge().looksAt(name);
        assertThat(bobs).hasSize(report.plan().isEmpty() ? 0 : 1).allSatisfy(bob -> {
            assertThat(bob.toString()).contains("m1 is held by another run by Alice from " + site.machines.address(1));
            assertThat(bob.done()).isEmpty();
        });
    }

    private static Report applyAsBob() {
        try (var ssh = Login.SUDO_WITH_A_PASSWORD.open(site)) {
            return site.over(ssh).withOperator("Bob").apply(event -> {});
        }
    }
}
