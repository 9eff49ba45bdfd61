package dev.trivet.export;

import dev.trivet.artifact.Artifacts;
import dev.trivet.harness.Program;
import dev.trivet.harness.Room;
import dev.trivet.harness.StandIns;
import dev.trivet.harness.Switch;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Three bare machines on a switch, each with its own script, run by a person at each machine. */
final class BundleSite implements AutoCloseable {

    static final String SECRETS = "/run/join-secrets";

    private static final String SCRIPT = "/run/bootstrap.sh";
    private static final String APPLETS = "/opt/applets";

    final Cluster cluster = ClusterSpecs.minimal().validate().orThrow();
    final StandIns standIns;
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    private BundleSite(Path folder) {
        var addresses = cluster.masters().stream()
                .collect(Collectors.toMap(
                        Master::name, master -> master.address().toString()));
        standIns = new StandIns(
                folder,
                addresses,
                cluster.virtualRouter().address() + "/24",
                cluster.endpoint().toString());
    }

    static BundleSite open(Path folder) {
        var site = new BundleSite(folder);
        try {
            site.build();
            return site;
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private void build() {
        var cables = Switch.open();
        open.add(cables);
        for (Master master : cluster.masters()) {
            var room = Room.open(master.name());
            open.add(room);
            rooms.put(master.name(), room);
            cables.attach(room, List.of(master.address() + "/24"));
            List.of("/etc", "/opt").forEach(room::ownFolder);
            standIns.furnish(room);
            room.run("mkdir", APPLETS);
            room.run("busybox", "--install", "-s", APPLETS);
            // Its ip says less than the real one, and others stand for what the stand-ins need.
            List.of("ip", "nsenter", "mount").forEach(name -> room.run("rm", "-f", APPLETS + "/" + name));
        }
        open.add(standIns);
    }

    /** Brings each machine its script. */
    void put(Artifacts artifacts) {
        var scripts = Exports.shell().of(cluster, artifacts);
        rooms.forEach((master, room) -> room.write(
                SCRIPT, scripts.of(master + "/bootstrap.sh").text().getBytes(StandardCharsets.UTF_8), "700"));
    }

    Room room(String master) {
        return Objects.requireNonNull(rooms.get(master), master);
    }

    List<String> names() {
        return List.copyOf(rooms.keySet());
    }

    /** Runs a master's script; busybox with its own everyday programs. */
    Program.Output run(Shells shell, String master, String... arguments) {
        var command = new ArrayList<>(room(master).entrance());
        // A strict umask, which must not matter.
        command.addAll(List.of(
                "env", "PATH=" + (shell == Shells.BUSYBOX ? "/usr/local/bin:" + APPLETS + ":" : "") + StandIns.PATH));
        command.addAll(List.of("sh", "-c", "umask 077; exec \"$@\"", "sh"));
        command.addAll(shell.words());
        command.add(SCRIPT);
        command.addAll(List.of(arguments));
        return Program.tryRun(command);
    }

    /** Carries the file of secrets from the first master to another, as a person does. */
    void carrySecrets(String master) {
        try {
            room(master).write(SECRETS, Files.readAllBytes(room("m1").path(SECRETS)), "600");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number, mode, owner and times of every file that a run may write. */
    String files(String master) {
        return room(master)
                .run(
                        "bash",
                        "-c",
                        "find /etc /var /run/trivet -xdev -printf '%p %i %m %U %T@ %C@ %s\\n' 2>/dev/null | sort");
    }

    String text(String master, String path) {
        return room(master).run("cat", path);
    }

    @Override
    public void close() {
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) {
                throw new IllegalStateException("the site does not go away", e);
            }
        }
    }

    /** What a person may run a script with. */
    enum Shells {
        DASH("dash"),
        BASH("bash --posix"),
        BUSYBOX("busybox sh");

        private final String command;

        Shells(String command) {
            this.command = command;
        }

        List<String> words() {
            return List.of(command.split(" ", -1));
        }
    }
}
