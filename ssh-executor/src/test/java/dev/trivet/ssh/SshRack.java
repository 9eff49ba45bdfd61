package dev.trivet.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.CommandResult.Finished;
import dev.trivet.harness.SshHost;
import dev.trivet.harness.SshKeys;
import dev.trivet.harness.SshMachines;
import dev.trivet.harness.Switch;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Master;
import dev.trivet.spec.VirtualIp;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Machines with sshd, as masters. */
final class SshRack implements AutoCloseable {

    private final SshMachines machines;
    private final Map<String, Master> masters = new LinkedHashMap<>();

    private SshRack(SshMachines machines) {
        this.machines = machines;
        cluster().forEach(master -> masters.put(master.name(), master));
    }

    /** Makes machines m1, m2 and so on. */
    static SshRack open(int count) {
        var missing = SshMachines.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        return new SshRack(SshMachines.open(
                IntStream.rangeClosed(1, count).mapToObj(i -> "m" + i).toArray(String[]::new)));
    }

    SshKeys keys() {
        return machines.keys();
    }

    SshHost host(String name) {
        return machines.host(name);
    }

    Switch net() {
        return machines.net();
    }

    /** A machine of the rack, one without a server ({@code m5}), or this machine itself ({@code here}). */
    Master master(String name) {
        return Objects.requireNonNull(masters.get(name), name);
    }

    Path knownHosts() {
        return machines.knownHosts();
    }

    SshExecutorBuilder as(String user) {
        return SshExecutor.as(user).identity(keys().user()).trusting(HostKeys.knownHosts(knownHosts()));
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
        machines.close();
    }

    private List<Master> cluster() {
        return ClusterSpec.named("rack")
                .kubernetesVersion("1.34.2")
                .virtualIp(VirtualIp.of(machines.address(50) + "/24").onInterface("eth0"))
                .master("m1", machines.address(11))
                .master("m2", machines.address(12))
                .master("m3", machines.address(13))
                .master("here", machines.address(1))
                .master("m5", machines.address(15))
                .build()
                .validate()
                .orThrow()
                .masters();
    }
}
