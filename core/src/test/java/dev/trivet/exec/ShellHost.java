package dev.trivet.exec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.harness.Requirements;
import dev.trivet.harness.Room;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A host whose {@code /bin/sh} is one of the shells, with folders of its own, on which the scripts run for real. One a shell for
 * all tests: each uses names of its own. They go away with the tests' JVM.
 */
final class ShellHost {

    private static final Map<Shells, ShellHost> HOSTS = new EnumMap<>(Shells.class);

    final Room room;
    final Cluster cluster = ClusterSpecs.minimal().validate().orThrow();
    final Master master = cluster.masters().get(0);
    final NodeExecutor executor;

    private final List<String> way;

    private ShellHost(Room room, String path) {
        this.room = room;
        var entrance = new ArrayList<>(room.entrance());
        // A strict umask, which must not matter.
        entrance.addAll(List.of("env", "PATH=" + path, "sh", "-c", "umask 077; exec \"$@\"", "sh"));
        this.way = List.copyOf(entrance);
        this.executor = LocalExecutor.through(master -> way);
    }

    static synchronized ShellHost of(Shells shell) {
        var missing = Requirements.missing("dash", "busybox", "flock", "ss", "curl", "setsid");
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        return HOSTS.computeIfAbsent(shell, ShellHost::open);
    }

    private static ShellHost open(Shells shell) {
        var room = Room.open("m1");
        List.of("/etc", "/var").forEach(room::ownFolder);
        return new ShellHost(room, shell.install(room));
    }

    /** The same host, as another user. */
    NodeExecutor as(String user) {
        var asUser = new ArrayList<>(way);
        asUser.addAll(List.of("setpriv", "--reuid", user, "--clear-groups"));
        return LocalExecutor.through(master -> asUser);
    }

    /** A file of the host, seen from outside. */
    Path path(String path) {
        return room.path(path);
    }

    String text(String path) {
        try {
            return Files.readString(path(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Number of the file itself, mode, owner and time of the last change. */
    String identity(String path) {
        try {
            var values = Files.readAttributes(
                    path(path), "unix:ino,mode,uid,gid,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
            return values.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + path, e);
        }
    }

    List<String> names(String folder) {
        try (var names = Files.list(path(folder))) {
            return names.map(name -> String.valueOf(name.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    PutResult put(FileChange... changes) {
        return executor.put(master, List.of(changes));
    }

    static FileChange change(String path, FileMode mode, String text, FileFacts before) {
        return new FileChange(new Artifact(path, mode, text), before);
    }

    static FileChange newFile(String path, String text) {
        return change(path, FileMode.PUBLIC, text, new FileFacts.Absent());
    }

    static FileChange replace(String path, String text) {
        return change(path, FileMode.PUBLIC, text, new FileFacts.NotAsked());
    }
}
