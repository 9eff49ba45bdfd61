package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.exec.PutResult;
import dev.trivet.harness.Direction;
import dev.trivet.harness.Forwarder;
import dev.trivet.harness.Room;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Connections that break while files are put, by real sshd: after how many bytes ever, each file is the old one or the new
 * one, and putting again ends it. {@code -Dfaults.full=true} takes small steps.
 */
@Tag("real-tools")
class UploadCutTest {

    private static final boolean FULL = Boolean.getBoolean("faults.full");
    private static final String FOLDER = "/etc/kubernetes/manifests";
    private static final List<String> PATHS = List.of("/etc/haproxy/haproxy.cfg", FOLDER + "/haproxy.yaml");
    private static final String NEW_FILE = FOLDER + "/keepalived.yaml";
    private static final String OLD = "old\n";

    /** Longer than what the library sends at once. */
    private static final String LONG = "a line of a file\n".repeat(1_400);

    private static SshRack rack;
    private static SshExecutor direct;
    private static Room room;
    private static Forwarder forwarder;

    @BeforeAll
    static void open() {
        rack = SshRack.open(1);
        room = rack.host("m1").room();
        room.ownFolder("/var");
        direct = rack.root();
        forwarder = new Forwarder(here(), rack.host("m1").address());
    }

    @AfterAll
    static void close() {
        if (rack != null) {
            forwarder.close();
            direct.close();
            rack.close();
        }
    }

    @Test
    void cutOnTheWayThere() throws IOException {
        long whole = bytesOfAPut(Direction.THERE);
        assertThat(whole).isGreaterThan(LONG.length());
        for (long bytes = 0; bytes <= whole; bytes += FULL ? 512 : whole / 8) {
            judge(Direction.THERE, bytes);
        }
    }

    @Test
    void cutOnTheWayBack() throws IOException {
        long whole = bytesOfAPut(Direction.BACK);
        for (long bytes = 0; bytes <= whole; bytes += FULL ? 16 : whole / 5) {
            judge(Direction.BACK, bytes);
        }
    }

    @Test
    void cutAnywhere() throws IOException {
        var random = new Random(1);
        long whole = bytesOfAPut(Direction.THERE);
        for (long bytes : LongStream.generate(() -> random.nextLong(whole))
                .limit(FULL ? 50 : 3)
                .toArray()) {
            judge(Direction.THERE, bytes);
        }
    }

    private static long bytesOfAPut(Direction direction) {
        leaveOld();
        try (var ssh = throughForwarder()) {
            connect(ssh);
            forwarder.reset();
            assertThat(ssh.put(rack.master("here"), changes())).isInstanceOf(PutResult.Done.class);
            return forwarder.bytes(direction);
        }
    }

    private static void judge(Direction direction, long bytes) throws IOException {
        var name = bytes + " bytes " + direction;
        leaveOld();
        try (var ssh = throughForwarder()) {
            connect(ssh);
            forwarder.cutAfter(direction, bytes);
            ssh.put(rack.master("here"), changes());
            isWhole(name);
        }
        assertThat(direct.put(rack.master("m1"), changes())).as(name).isInstanceOf(PutResult.Done.class);
        isWhole(name);
        assertThat(text(NEW_FILE)).as(name).isEqualTo(LONG);
        assertThat(names()).as(name).containsExactlyInAnyOrder("haproxy.yaml", "keepalived.yaml");
        for (String path : PATHS) {
            assertThat(text(path)).as(name).isEqualTo(LONG);
            assertThat(text("/var/lib/trivet/previous" + path)).as(name).isEqualTo(OLD);
        }
        assertThat(direct.put(rack.master("m1"), changes())).as(name).isEqualTo(new PutResult.Done(List.of()));
    }

    /** At any moment, even while what was cut off is still at work. */
    private static void isWhole(String name) throws IOException {
        for (String path : PATHS) {
            assertThat(text(path)).as(name).isIn(OLD, LONG);
        }
        assertThat(text(NEW_FILE)).as(name).isIn("", LONG);
        assertThat(names())
                .as(name)
                .filteredOn(file -> !file.startsWith("."))
                .isSubsetOf("haproxy.yaml", "keepalived.yaml");
    }

    /** As before every put: no connection has a limit. */
    private static void leaveOld() {
        forwarder.reset();
        room.run("rm", "-rf", NEW_FILE, "/var/lib/trivet");
        PATHS.forEach(path -> room.write(path, OLD.getBytes(StandardCharsets.UTF_8), "644"));
    }

    private static List<FileChange> changes() {
        return List.of(change(PATHS.get(0)), change(PATHS.get(1)), change(NEW_FILE));
    }

    private static FileChange change(String path) {
        return new FileChange(new Artifact(path, FileMode.PUBLIC, LONG), new FileFacts.NotAsked());
    }

    private static String text(String path) throws IOException {
        var file = room.path(path);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static List<String> names() throws IOException {
        try (var names = Files.list(room.path(FOLDER))) {
            return names.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static void connect(SshExecutor ssh) {
        SshRack.run(ssh, rack.master("here"), "true");
    }

    private static SshExecutor throughForwarder() {
        return SshExecutor.as("root")
                .identity(rack.keys().user())
                .port(forwarder.port())
                .trusting(HostKeys.pinned(here(), rack.keys().fingerprint("m1")))
                .open();
    }

    private static String here() {
        return rack.master("here").address().toString();
    }
}
