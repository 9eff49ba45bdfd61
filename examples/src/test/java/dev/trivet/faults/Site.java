package dev.trivet.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.artifact.Artifacts;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.harness.Requirements;
import dev.trivet.harness.Room;
import dev.trivet.harness.SshHost;
import dev.trivet.harness.SshMachines;
import dev.trivet.harness.StandIns;
import dev.trivet.render.Renderers;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Master;
import dev.trivet.spec.VirtualIp;
import dev.trivet.ssh.HostKeys;
import dev.trivet.ssh.SshExecutor;
import dev.trivet.ssh.SshExecutorBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Three machines with sshd that become masters by stand-ins, and one to go through. */
final class Site implements AutoCloseable {

    /** A file of ours that somebody else has put there before. */
    static final String TAKEN = "/etc/haproxy/haproxy.cfg";

    static final String THEIRS = "# somebody else's\n";

    private static final List<String> MASTERS = List.of("m1", "m2", "m3");
    private static final String GATE = "gate";

    final SshMachines machines = SshMachines.open("m1", "m2", "m3", GATE);
    final ClusterSpec spec;
    final Cluster cluster;
    final Artifacts artifacts;
    final StandIns standIns;

    private Site(Path folder) {
        spec = ClusterSpec.named("edge")
                .kubernetesVersion("1.35.9")
                .virtualIp(VirtualIp.of(machines.address(50) + "/24").onInterface("eth0"))
                .master("m1", host("m1").address())
                .master("m2", host("m2").address())
                .master("m3", host("m3").address())
                .build();
        cluster = spec.validate().orThrow();
        artifacts = Renderers.standard().render(cluster);
        var addresses = new TreeMap<String, String>();
        MASTERS.forEach(name -> addresses.put(name, host(name).address()));
        standIns = new StandIns(
                folder,
                addresses,
                machines.address(50) + "/24",
                cluster.endpoint().toString());
    }

    static Site open(Path folder) {
        var missing = SshMachines.missing().or(() -> Requirements.missing(StandIns.programs()));
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        var site = new Site(folder);
        MASTERS.forEach(name -> site.standIns.furnish(site.room(name)));
        site.leaveTheirs();
        return site;
    }

    /** Makes all masters bare again. */
    void reset() {
        standIns.reset();
        leaveTheirs();
    }

    private void leaveTheirs() {
        MASTERS.forEach(name -> room(name).write(TAKEN, THEIRS.getBytes(StandardCharsets.UTF_8), "644"));
    }

    SshHost host(String name) {
        return machines.host(name);
    }

    SshHost gate() {
        return host(GATE);
    }

    Room room(String name) {
        return host(name).room();
    }

    List<String> names() {
        return cluster.masters().stream().map(Master::name).toList();
    }

    SshExecutorBuilder as(String user) {
        return SshExecutor.as(user)
                .identity(machines.keys().user())
                .trusting(HostKeys.knownHosts(machines.knownHosts()));
    }

    ControlPlane over(NodeExecutor executor) {
        return ControlPlane.of(cluster, artifacts).over(executor).withTime(new ShortPauses());
    }

    /** Kind, number, mode, owner, times and size of everything that Trivet or kubeadm may write on a master, by path. */
    Map<String, String> files(String master) {
        var listing = "find /etc /var /run/trivet -xdev -printf '%p %y %i %m %U %T@ %C@ %s\\n' 2>/dev/null | sort";
        var files = new LinkedHashMap<String, String>();
        room(master).run("bash", "-c", listing).lines().forEach(line -> files.put(line.split(" ", -1)[0], line));
        return files;
    }

    /** The same, without folders. */
    Map<String, String> plainFiles(String master) {
        var files = files(master);
        files.entrySet().removeIf(file -> file.getValue().startsWith(file.getKey() + " d "));
        return files;
    }

    List<Map<String, String>> files() {
        return names().stream().map(this::files).toList();
    }

    @Override
    public void close() {
        standIns.close();
        machines.close();
    }
}
