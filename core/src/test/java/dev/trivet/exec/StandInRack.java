package dev.trivet.exec;

import dev.trivet.artifact.Artifacts;
import dev.trivet.harness.Daemon;
import dev.trivet.harness.Room;
import dev.trivet.harness.Switch;
import dev.trivet.plan.Files;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Three hosts on a switch, with real files and real scripts, real HAProxy and TLS, and stand-ins for kubeadm, the kubelet,
 * keepalived and the container runtime. What etcd would spread over the masters lies in a folder that they all see as {@code
 * /srv}.
 */
final class StandInRack implements AutoCloseable {

    private static final List<String> OWN = List.of("/etc", "/var", "/usr/local/bin");
    private static final List<String> IDLE = List.of("conntrack", "iptables");

    final Cluster cluster = ClusterSpecs.minimal().validate().orThrow();
    final Map<String, Room> rooms = new LinkedHashMap<>();
    final List<Event> events = new ArrayList<>();
    final List<Command> commands = new ArrayList<>();
    final JumpingTime time = new JumpingTime();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Daemon> kubelets = new ArrayList<>();
    private final Path folder;
    private final NodeExecutor executor;

    private StandInRack(Path folder) {
        this.folder = folder;
        var here = LocalExecutor.through(master -> way(at(master.name())));
        this.executor = (master, command, lines) -> {
            synchronized (commands) {
                commands.add(command);
            }
            return here.run(master, command, lines);
        };
    }

    static StandInRack open(Path folder) {
        var rack = new StandInRack(folder);
        try {
            rack.describeCluster();
            var cables = Switch.open();
            rack.open.add(cables);
            for (Master master : rack.cluster.masters()) {
                var room = Room.open(master.name());
                rack.open.add(room);
                rack.rooms.put(master.name(), room);
                cables.attach(room, List.of(master.address() + "/24"));
                rack.furnish(room);
            }
            return rack;
        } catch (RuntimeException e) {
            rack.close();
            throw e;
        }
    }

    private static List<String> way(Room room) {
        var way = new ArrayList<>(room.entrance());
        way.addAll(List.of("env", "PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"));
        return way;
    }

    private void describeCluster() {
        for (String name : List.of("addresses", "members", "nodes", "tokens", "certs", "log")) {
            write(name + "/.keep", "");
        }
        cluster.masters().forEach(master -> write("addresses/" + master.name(), master.address() + "\n"));
        write("virtual-ip", cluster.virtualRouter().address() + "/24\n");
        write("endpoint", cluster.endpoint() + "\n");
        write("openssl.cnf", "[req]\ndistinguished_name = dn\n[dn]\n");
    }

    private void furnish(Room room) {
        OWN.forEach(room::ownFolder);
        room.run("mount", "--bind", folder.toString(), "/srv");
        room.write("/etc/machine-id", ("id-of-" + room.name() + "\n").getBytes(StandardCharsets.UTF_8), "444");
        room.write("/run/swaps", "Filename\tType\tSize\tUsed\tPriority\n".getBytes(StandardCharsets.UTF_8), "444");
        room.run("sh", "-c", "echo 1 >/proc/sys/net/ipv4/ip_forward; mount --bind /run/swaps /proc/swaps");
        List.of("kubeadm", "kubelet", "keepalived", "crictl", "cmdlines", "mv")
                .forEach(name -> room.write(bin(name), script(name), "755"));
        IDLE.forEach(name -> room.write(bin(name), "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), "755"));
        // A process has the name of the link that it was started by.
        List.of("etcd", "kube-apiserver").forEach(name -> room.run("ln", "-s", "/usr/sbin/haproxy", bin(name)));
        var command =
                new ArrayList<>(List.of("env", "PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", bin("kubelet")));
        kubelets.add(room.start(folder.resolve("log/kubelet-" + room.name()), command));
    }

    private static String bin(String name) {
        return "/usr/local/bin/" + name;
    }

    private static byte[] script(String name) {
        try (var in = StandInRack.class.getResourceAsStream("standin/" + name + ".sh")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the stand-in for " + name, e);
        }
    }

    Room at(String master) {
        return Objects.requireNonNull(rooms.get(master), master);
    }

    ControlPlane controlPlane(String balancerSetting) {
        return controlPlane(Files.of(cluster, balancerSetting));
    }

    ControlPlane controlPlane(Artifacts artifacts) {
        return ControlPlane.of(cluster, artifacts).over(executor).withTime(time).withOperator("the test");
    }

    /** Applies, and keeps what happens. */
    Report apply(ControlPlane controlPlane) {
        events.clear();
        commands.clear();
        return controlPlane.apply(events::add);
    }

    /** Writes into the folder that all masters see. */
    void write(String name, String text) {
        try {
            var file = folder.resolve(name);
            java.nio.file.Files.createDirectories(Objects.requireNonNull(file.getParent()));
            java.nio.file.Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name, e);
        }
    }

    void delete(String name) {
        try {
            java.nio.file.Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + name, e);
        }
    }

    /** Reads what the stand-ins have noted. */
    List<String> lines(String name) {
        try {
            var file = folder.resolve(name);
            return java.nio.file.Files.exists(file) ? java.nio.file.Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    List<String> names(String name) {
        try (var names = java.nio.file.Files.list(folder.resolve(name))) {
            return names.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> !file.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + name, e);
        }
    }

    /** Everything that the engine or kubeadm may write on a master: number, mode, owner and times of each file. */
    String files(String master) {
        var listing = "find /etc /var /run/trivet -xdev -printf '%p %i %m %U %T@ %C@ %s\\n' | sort";
        return at(master).run("bash", "-c", listing);
    }

    @Override
    public void close() {
        kubelets.forEach(Daemon::kill);
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) {
                throw new IllegalStateException("the rack does not go away", e);
            }
        }
    }
}
