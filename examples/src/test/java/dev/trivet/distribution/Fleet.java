package dev.trivet.distribution;

import dev.trivet.harness.Daemon;
import dev.trivet.harness.Patience;
import dev.trivet.harness.Program;
import dev.trivet.harness.Room;
import dev.trivet.harness.Switch;
import dev.trivet.spec.Master;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Hosts with OpenSSH's server, on a switch that this machine is on, too. */
final class Fleet implements AutoCloseable {

    /** What is distributed lies below these. */
    private static final String FOLDERS = "/etc/keepalived /etc/haproxy /etc/kubernetes /etc/trivet /var/lib/trivet";

    private static final Duration START = Duration.ofSeconds(60);

    private static final String SET_UP = """
            set -e
            mkdir -p /run/own /run/sshd
            cp -a /etc /run/own/etc
            mount --bind /run/own/etc /etc
            rm -f /etc/ssh/sshrc
            """;

    private static final String CONFIGURATION = """
            HostKey /etc/ssh/trivet_ed25519
            UsePAM no
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            AuthorizedKeysFile /etc/ssh/authorized_keys
            PrintLastLog no
            MaxStartups 200
            PidFile none
            """;

    private final Path folder;
    private final Switch net = Switch.open();
    private final Map<Master, Room> rooms = new LinkedHashMap<>();
    private final Map<Master, Daemon> servers = new HashMap<>();

    /** Opens a host for each of the masters, one after the other. */
    Fleet(Path folder, List<Master> hosts) throws IOException {
        this.folder = folder;
        try {
            generate("user");
            generate("host");
            net.attachMachine(Clusters.SUBNET + "1/24");
            for (Master host : hosts) {
                open(host);
            }
            var key = Files.readString(folder.resolve("host.pub"));
            Files.write(
                    knownHosts(),
                    hosts.stream()
                            .map(host -> host.address() + " " + key.strip())
                            .toList());
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    Path key() {
        return folder.resolve("user");
    }

    Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    List<Master> hosts() {
        return List.copyOf(rooms.keySet());
    }

    /** A host's files as seen from here. */
    FileTree files(Master host) {
        return new FileTree(Objects.requireNonNull(rooms.get(host)).path("/"));
    }

    Daemon server(Master host) {
        return Objects.requireNonNull(servers.get(host));
    }

    /** Takes away what was distributed. */
    void clear() {
        rooms.values().forEach(room -> room.run("sh", "-c", "rm -rf " + FOLDERS));
    }

    @Override
    public void close() {
        rooms.values().forEach(Room::close);
        net.close();
    }

    private void open(Master host) throws IOException {
        var room = Room.open(host.name());
        rooms.put(host, room);
        net.attach(room, List.of(host.address() + "/24"));
        room.run("sh", "-c", SET_UP);
        List.of("/root", "/var/lib").forEach(room::ownFolder);
        room.write("/etc/ssh/trivet_ed25519", Files.readAllBytes(folder.resolve("host")), "600");
        room.write("/etc/ssh/authorized_keys", Files.readAllBytes(folder.resolve("user.pub")), "644");
        room.write("/etc/ssh/trivet_config", CONFIGURATION.getBytes(StandardCharsets.UTF_8), "644");
        var log = folder.resolve(host.name() + ".log");
        var sshd = room.start(log, List.of("/usr/sbin/sshd", "-D", "-e", "-f", "/etc/ssh/trivet_config"));
        servers.put(host, sshd);
        if (!Patience.until(START, () -> sshd.lines().stream().anyMatch(line -> line.contains("Server listening")))) {
            throw new IllegalStateException("sshd does not start: " + sshd.lines());
        }
    }

    private void generate(String name) {
        var file = folder.resolve(name).toString();
        Program.run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", file));
    }
}
