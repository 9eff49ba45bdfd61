package dev.trivet.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A host in namespaces of its own: network, mounts, processes, name. Public for the tests of every module.
 *
 * <p>A room has no name that another could have, and lives as long as the pipe to its first process is open: it goes away
 * with all that runs in it when it is closed, and as well when the tests are killed.
 */
public final class Room implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);

    /** Without duplicate address detection, an IPv6 address is there at once. */
    private static final String SET_UP = """
            set -e
            echo "$1" > /proc/sys/kernel/hostname
            mount -t tmpfs -o mode=755 tmpfs /run
            for file in /proc/sys/net/ipv6/conf/*/accept_dad; do
                [ ! -e "$file" ] || echo 0 > "$file"
            done
            ip link set lo up
            """;

    private final String name;
    private final Process keeper;
    private final long first;

    /** The first process: it must see to the orphans of others, of which the dead would otherwise seem alive. */
    private static final String FIRST = "while read -r line; do :; done";

    private Room(String name, Process keeper, long first) {
        this.name = name;
        this.keeper = keeper;
        this.first = first;
    }

    /**
     * Makes a room, with a loopback and an empty /run.
     *
     * @param name the host's name
     * @return the room
     */
    public static Room open(String name) {
        var keeper = keeper(name);
        // The shell runs only when the namespaces are complete; until then the child is a copy of its parent.
        boolean made = Patience.until(START, () -> keeper.children().anyMatch(Room::isShell));
        var first = keeper.children().findFirst();
        if (!made || first.isEmpty()) {
            keeper.destroyForcibly();
            throw new IllegalStateException("the room " + name + " did not come up");
        }
        var room = new Room(name, keeper, first.get().pid());
        try {
            room.run("sh", "-c", SET_UP, "sh", name);
            return room;
        } catch (RuntimeException e) {
            room.close();
            throw e;
        }
    }

    /**
     * Its host's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Gives the room an empty folder of its own in the place of the machine's, which must exist.
     *
     * @param folder an absolute path
     */
    public void ownFolder(String folder) {
        run("mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", folder);
    }

    /**
     * Writes a file of the room.
     *
     * @param path its absolute path there; missing folders are made
     * @param content what is in it
     * @param mode who may do what with it, in octal
     */
    public void write(String path, byte[] content, String mode) {
        var file = path(path);
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, content);
            Files.setPosixFilePermissions(file, permissions(Integer.parseInt(mode, 8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + " of " + name, e);
        }
    }

    /**
     * Where a file of the room is seen from outside.
     *
     * @param path its absolute path there
     * @return its path here
     */
    public Path path(String path) {
        return Path.of("/proc/" + first + "/root" + path);
    }

    /**
     * Runs a command in the room; it must succeed.
     *
     * @param command a program and its arguments
     * @return what it printed
     */
    public String run(String... command) {
        return Program.run(entering(List.of(command)));
    }

    /**
     * Starts a program in the room that goes on.
     *
     * @param log what it prints is added to this file
     * @param command a program and its arguments
     * @return the program
     */
    public Daemon start(Path log, List<String> command) {
        try {
            var started =
                    Stream.concat(Daemon.STARTER.stream(), command.stream()).toList();
            return new Daemon(Program.start(entering(started), log), log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command + " in " + name, e);
        }
    }

    /**
     * Whether the host has an address on one of its interfaces: read from the kernel's tables, for it is asked often.
     *
     * @param address an IPv4 or IPv6 address
     * @return whether it is there
     */
    public boolean hasAddress(String address) {
        return new AddressTable(Path.of("/proc/" + first + "/net")).has(address);
    }

    /** Ends everything in the room, and the room. */
    @Override
    public void close() {
        keeper.destroyForcibly();
        boolean gone = Patience.until(
                START,
                () -> ProcessHandle.of(first).filter(ProcessHandle::isAlive).isEmpty());
        if (!gone) {
            throw new IllegalStateException("the room " + name + " does not go away");
        }
    }

    /** The process whose namespaces these are, as seen from outside. */
    long first() {
        return first;
    }

    private static Process keeper(String name) {
        var command = "unshare --mount --net --pid --uts --propagation private --fork --kill-child --mount-proc";
        try {
            return new ProcessBuilder(Stream.concat(Stream.of(command.split(" ", -1)), Stream.of("bash", "-c", FIRST))
                            .toList())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the room " + name, e);
        }
    }

    /**
     * The words before a command that make it run in the room.
     *
     * @return a program and its arguments
     */
    public List<String> entrance() {
        return List.of("nsenter", "--target", String.valueOf(first), "--mount", "--net", "--pid", "--uts", "--");
    }

    private List<String> entering(List<String> command) {
        return Stream.concat(entrance().stream(), command.stream()).toList();
    }

    private static Set<PosixFilePermission> permissions(int bits) {
        var letters = new StringBuilder("rwxrwxrwx");
        for (int i = 0; i < letters.length(); i++) {
            if ((bits & 0400 >> i) == 0) {
                letters.setCharAt(i, '-');
            }
        }
        return PosixFilePermissions.fromString(letters.toString());
    }

    private static boolean isShell(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/bash"))
                .isPresent();
    }
}
