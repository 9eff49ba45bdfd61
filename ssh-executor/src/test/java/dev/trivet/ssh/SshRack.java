package dev.trivet.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.CommandResult.Finished;
import dev.trivet.harness.Requirements;
import dev.trivet.harness.Room;
import dev.trivet.harness.Switch;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Master;
import dev.trivet.spec.VirtualIp;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Machines on a switch that this one is on, too. */
final class SshRack implements AutoCloseable {

    /** Of 198.18.0.0/15, which is for tests (RFC 2544): a subnet that no other run on this machine has. */
    private static final int SUBNETS = 512;

    private final Switch net = Switch.open();
    private final Path folder = temporaryFolder();
    private final SshKeys keys = new SshKeys(folder);
    private final Map<String, SshHost> hosts = new LinkedHashMap<>();
    private final List<Room> rooms = new ArrayList<>();
    private final String subnet;
    private final Map<String, Master> masters = new LinkedHashMap<>();

    /** Makes machines m1, m2 and so on. */
    SshRack(int count) {
        try {
            int number = (int) (ProcessHandle.current().pid() % SUBNETS);
            subnet = "198." + (18 + number / 256) + "." + number % 256 + ".";
            net.attachMachine(subnet + "1/24");
            for (int i = 1; i <= count; i++) {
                add("m" + i, subnet + (10 + i));
            }
            cluster().forEach(master -> masters.put(master.name(), master));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    static SshRack open(int count) {
        var missing = Requirements.missing("sshd", "ssh-keygen", "ssh-agent", "sudo", "fish", "dash", "useradd");
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        return new SshRack(count);
    }

    SshKeys keys() {
        return keys;
    }

    SshHost host(String name) {
        return Objects.requireNonNull(hosts.get(name), name);
    }

    Switch net() {
        return net;
    }

    /** A machine of the rack, one without a server ({@code m5}), or this machine itself ({@code here}). */
    Master master(String name) {
        return Objects.requireNonNull(masters.get(name), name);
    }

    /** The addresses and keys of all machines. */
    Path knownHosts() {
        var text = new StringBuilder();
        hosts.forEach((name, host) -> text.append(keys.knownHost(host.address(), name)));
        return keys.write("known_hosts", text.toString());
    }

    SshExecutorBuilder as(String user) {
        return SshExecutor.as(user).identity(keys.user()).trusting(HostKeys.knownHosts(knownHosts()));
    }

    SshExecutor root() {
        return as("root").open();
    }

    /** Runs something that must end by itself. */
    static Finished run(SshExecutor ssh, Master master, String... words) {
        var arguments = List.of(words).subList(1, words.length).toArray(String[]::new);
        CommandResult result = ssh.run(master, Command.of(words[0], arguments), line -> {});
        if (result instanceof Finished finished) {
            return finished;
        }
        throw new AssertionError(String.join(" ", words) + ": " + result);
    }

    @Override
    public void close() {
        rooms.forEach(Room::close);
        net.close();
        deleteFolder();
    }

    private void add(String name, String address) {
        var room = Room.open(name);
        rooms.add(room);
        net.attach(room, List.of(address + "/24"));
        hosts.put(name, new SshHost(room, address, keys, folder));
    }

    private List<Master> cluster() {
        return ClusterSpec.named("rack")
                .kubernetesVersion("1.34.2")
                .virtualIp(VirtualIp.of(subnet + "50/24").onInterface("eth0"))
                .master("m1", subnet + "11")
                .master("m2", subnet + "12")
                .master("m3", subnet + "13")
                .master("here", subnet + "1")
                .master("m5", subnet + "15")
                .build()
                .validate()
                .orThrow()
                .masters();
    }

    private void deleteFolder() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("ssh-rack");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
