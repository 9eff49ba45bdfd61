package dev.trivet.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Stand-ins for kubeadm, the kubelet, keepalived and the container runtime in rooms, with real HAProxy and TLS. What etcd
 * would spread over the masters lies in a folder that they all see as {@code /srv}. Public for the tests of every module.
 */
public final class StandIns implements AutoCloseable {

    /** Where the stand-ins are found before the real ones. */
    public static final String PATH = "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final List<String> SHARED = List.of("addresses", "members", "nodes", "tokens", "certs", "log");
    private static final List<String> IDLE = List.of("conntrack", "iptables");

    /** Everything that a run or a stand-in leaves on a machine, its address as well. */
    private static final String CLEAN = """
            rm -rf /etc/kubernetes /etc/haproxy /etc/keepalived /etc/trivet /run/trivet /run/kubelet
            find /var -xdev -mindepth 1 -delete
            ip address del "$(cat /srv/virtual-ip)" dev eth0 2>/dev/null || :
            """;

    private final Path folder;
    private final Map<Room, Daemon> kubelets = new LinkedHashMap<>();

    /**
     * Describes the cluster.
     *
     * @param folder an empty folder that is to be the masters' common one
     * @param addresses the masters' addresses by name
     * @param virtualIp the virtual IP with its prefix length
     * @param endpoint the control-plane endpoint
     */
    public StandIns(Path folder, Map<String, String> addresses, String virtualIp, String endpoint) {
        this.folder = folder;
        SHARED.forEach(name -> write(name + "/.keep", ""));
        addresses.forEach((name, address) -> write("addresses/" + name, address + "\n"));
        write("virtual-ip", virtualIp + "\n");
        write("endpoint", endpoint + "\n");
        write("openssl.cnf", "[req]\ndistinguished_name = dn\n[dn]\n");
    }

    /**
     * What of all that the stand-ins need is not on this machine.
     *
     * @return programs' names, for {@link Requirements}
     */
    public static String[] programs() {
        return new String[] {"haproxy", "openssl", "curl", "ss", "flock", "busybox"};
    }

    /**
     * Makes a bare machine of a room, ready for kubeadm.
     *
     * @param room a room whose {@code /etc} is its own
     */
    public void furnish(Room room) {
        room.ownFolder("/var");
        room.ownFolder("/usr/local/bin");
        room.run("mount", "--bind", folder.toString(), "/srv");
        room.write("/etc/machine-id", bytes("id-of-" + room.name() + "\n"), "444");
        room.write("/run/swaps", bytes("Filename\tType\tSize\tUsed\tPriority\n"), "444");
        room.run("sh", "-c", "echo 1 >/proc/sys/net/ipv4/ip_forward; mount --bind /run/swaps /proc/swaps");
        List.of("kubeadm", "kubelet", "keepalived", "crictl", "cmdlines", "mv")
                .forEach(name -> room.write(bin(name), script(name), "755"));
        IDLE.forEach(name -> room.write(bin(name), bytes("#!/bin/sh\n"), "755"));
        // A process has the name of the link that it was started by.
        List.of("etcd", "kube-apiserver").forEach(name -> room.run("ln", "-s", "/usr/sbin/haproxy", bin(name)));
        room.run("sh", "-c", CLEAN);
        startKubelet(room);
    }

    /** Makes the machines as bare as they were, and forgets the cluster. */
    public void reset() {
        kubelets.values().forEach(Daemon::kill);
        List.of("members", "nodes", "tokens", "certs", "log").forEach(this::empty);
        kubelets.keySet().forEach(room -> {
            room.run("sh", "-c", CLEAN);
            startKubelet(room);
        });
    }

    private void startKubelet(Room room) {
        var command = List.of("env", "PATH=" + PATH, bin("kubelet"));
        kubelets.put(room, room.start(folder.resolve("log/kubelet-" + room.name()), command));
    }

    private static String bin(String name) {
        return "/usr/local/bin/" + name;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] script(String name) {
        try (var in = StandIns.class.getResourceAsStream("standin/" + name + ".sh")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the stand-in for " + name, e);
        }
    }

    /**
     * Writes into the folder that all masters see.
     *
     * @param name a path in it
     * @param text what is in the file
     */
    public void write(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name, e);
        }
    }

    /**
     * Deletes a file of the folder.
     *
     * @param name a path in it
     */
    public void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + name, e);
        }
    }

    /**
     * Reads what the stand-ins have noted.
     *
     * @param name a path in the folder, such as {@code log/inits}
     * @return the lines, none where there is no file
     */
    public List<String> lines(String name) {
        try {
            var file = folder.resolve(name);
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /**
     * What is in a folder of the folder.
     *
     * @param name its path, such as {@code nodes} or {@code tokens}
     * @return the names, sorted
     */
    public List<String> names(String name) {
        try (var names = Files.list(folder.resolve(name))) {
            return names.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> !file.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + name, e);
        }
    }

    private void empty(String name) {
        try (var files = Files.walk(folder.resolve(name))) {
            files.skip(1).sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + name, e);
        }
    }

    /** Ends the kubelets and all that they run. */
    @Override
    public void close() {
        new ArrayList<>(kubelets.values()).forEach(Daemon::kill);
    }
}
