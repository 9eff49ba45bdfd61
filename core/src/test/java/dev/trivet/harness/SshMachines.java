package dev.trivet.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Machines with sshd on a switch that this one is on, too. Public for the tests of every module. */
public final class SshMachines implements AutoCloseable {

    /** Of 198.18.0.0/15, which is for tests (RFC 2544): a subnet that no other run on this machine has. */
    private static final int SUBNETS = 512;

    private final Switch net = Switch.open();
    private final Path folder = temporaryFolder();
    private final SshKeys keys = new SshKeys(folder);
    private final Map<String, SshHost> hosts = new ConcurrentSkipListMap<>();
    private final List<Room> rooms = new ArrayList<>();
    private final String subnet;

    private SshMachines() {
        int number = (int) (ProcessHandle.current().pid() % SUBNETS);
        subnet = "198." + (18 + number / 256) + "." + number % 256 + ".";
    }

    /**
     * Looks at this machine.
     *
     * @return what of all that these machines need is missing here, or nothing
     */
    public static Optional<String> missing() {
        return Requirements.missing("sshd", "ssh-keygen", "ssh-agent", "sudo", "fish", "dash", "useradd");
    }

    /**
     * Makes machines; this one has the number 1, and they have those from 11 on.
     *
     * @param names their names
     * @return the machines, all of which are up
     */
    public static SshMachines open(String... names) {
        var machines = new SshMachines();
        try {
            machines.net.attachMachine(machines.address(1) + "/24");
            for (String name : names) {
                var room = Room.open(name);
                machines.rooms.add(room);
                machines.net.attach(room, List.of(machines.address(10 + machines.rooms.size()) + "/24"));
            }
            machines.rooms.parallelStream().forEach(machines::serve);
            return machines;
        } catch (RuntimeException e) {
            machines.close();
            throw e;
        }
    }

    private void serve(Room room) {
        hosts.put(room.name(), new SshHost(room, address(11 + rooms.indexOf(room)), keys, folder));
    }

    /**
     * An address of their subnet, which has 24 bits.
     *
     * @param number the last byte
     * @return the address
     */
    public String address(int number) {
        return subnet + number;
    }

    /**
     * The keys of all.
     *
     * @return users', hosts' and an authority's
     */
    public SshKeys keys() {
        return keys;
    }

    /**
     * One of them.
     *
     * @param name its name
     * @return the machine
     */
    public SshHost host(String name) {
        return Objects.requireNonNull(hosts.get(name), name);
    }

    /**
     * What they are wired to.
     *
     * @return the switch
     */
    public Switch net() {
        return net;
    }

    /**
     * The addresses and keys of all machines.
     *
     * @return a file of known hosts
     */
    public Path knownHosts() {
        var text = new StringBuilder();
        hosts.forEach((name, host) -> text.append(keys.knownHost(host.address(), name)));
        return keys.write("known_hosts", text.toString());
    }

    @Override
    public void close() {
        rooms.parallelStream().forEach(Room::close);
        net.close();
        deleteFolder();
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
            return Files.createTempDirectory("ssh-machines");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
