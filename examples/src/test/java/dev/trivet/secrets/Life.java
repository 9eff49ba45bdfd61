package dev.trivet.secrets;

import dev.trivet.artifact.FileMode;
import dev.trivet.exec.Cancellation;
import dev.trivet.exec.Command;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Event;
import dev.trivet.exec.Events;
import dev.trivet.exec.LocalExecutor;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.exec.Report;
import dev.trivet.exec.Secret;
import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.FailoverAnalysis;
import dev.trivet.failover.FailoverModel;
import dev.trivet.failover.Fault;
import dev.trivet.failover.Replay;
import dev.trivet.rack.InMemoryExecutor;
import dev.trivet.rack.OperationFault;
import dev.trivet.render.Renderers;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.ClusterYaml;
import dev.trivet.spec.TrivetException;
import dev.trivet.ssh.HostKeys;
import dev.trivet.ssh.SshExecutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** All that happens to a cluster with secrets in it, and all objects and texts that come of it. */
final class Life {

    /** VRRP's password: in the spec and in keepalived's file, and to be seen nowhere else. */
    static final String VRRP_PASSWORD = "c4n4ry-8";

    static final String SUDO_PASSWORD = "c4n'a\\ry \"s%do";
    static final String PASSPHRASE = "c4n'a\\ry \"k%y";

    private static final String SPEC = """
        apiVersion: trivet.dev/v1alpha1
        kind: ControlPlane
        name: edge
        kubernetesVersion: 1.35.9
        virtualIp: {address: 192.168.1.50/24, interface: eth0}
        masters:
        - {name: m1, address: 192.168.1.141}
        - {name: m2, address: 192.168.1.142}
        - {name: m3, address: 192.168.1.143}
        keepalived: {vrrpVersion: 2, authPass: PASSWORD}
        """;

    private static final String KEEPALIVED = "/etc/keepalived/keepalived.conf";

    final ObjectGraph graph = new ObjectGraph();
    final List<String> texts = new ArrayList<>();
    final List<String> minted = new ArrayList<>();
    private final Cluster cluster = spec(VRRP_PASSWORD).validate().orThrow();

    private static ClusterSpec spec(String password) {
        return ClusterYaml.read(SPEC.replace("PASSWORD", password));
    }

    void specs() {
        graph.add(spec(VRRP_PASSWORD));
        graph.add(spec(VRRP_PASSWORD).validate());
        graph.add(cluster);
        graph.add(ClusterSpec.named("edge"));
        graph.add(ClusterSpec.named("edge").kubernetesVersion("1.35.9"));
        refused(() -> spec(VRRP_PASSWORD + "-and-more").validate().orThrow());
        refused(() -> spec("[" + VRRP_PASSWORD + "]"));
        refused(() -> spec("\"" + VRRP_PASSWORD));
        refused(() -> spec(VRRP_PASSWORD + ", authPass: " + VRRP_PASSWORD));
    }

    void analyses() {
        for (var analysis : List.of(FailoverAnalysis.of(cluster), FailoverAnalysis.ofClassic(cluster))) {
            graph.add(analysis);
            graph.add(analysis.counterexamples());
            graph.add(analysis.bounds());
            texts.add(analysis.explain());
        }
        var replay = Replay.of(FailoverModel.standard(cluster));
        graph.add(replay);
        graph.add(replay.apply(new Fault("m1", Component.HAPROXY, Condition.DOWN)));
        graph.add(new Fault("m1", Component.HAPROXY, Condition.DOWN));
    }

    void files(Path folder) {
        for (var renderers : List.of(Renderers.standard(), Renderers.classic())) {
            graph.add(renderers);
            graph.add(renderers.render(cluster));
        }
        refused(() -> Renderers.standard().render(cluster).writeTo(folder.resolve("file/below")));
    }

    /** A bootstrap with every fault at many operations, then repairs, refusals and a run that is cancelled. */
    void runs() {
        for (OperationFault fault : OperationFault.values()) {
            var rack = InMemoryExecutor.of(cluster);
            rack.onOperation(operation ->
                    operation.numberThere() % 8 == fault.ordinal() % 8 ? Optional.of(fault) : Optional.empty());
            apply(rack, new Cancellation());
            minted.addAll(rack.secrets());
        }
        var rack = InMemoryExecutor.of(cluster);
        apply(rack, new Cancellation());
        drift(rack);
        minted.addAll(rack.secrets());
        var given = new Cancellation();
        given.cancel();
        apply(InMemoryExecutor.of(cluster), given);
    }

    private void drift(InMemoryExecutor rack) {
        var machine = rack.machine("m1");
        machine.write(KEEPALIVED, FileMode.PRIVATE, machine.file(KEEPALIVED).orElse("") + "! by hand\n");
        rack.machine("m2").link("/etc/haproxy");
        apply(rack, new Cancellation());
        rack.machine("m2").delete("/etc/haproxy");
        rack.hold(cluster.masters().get(2), "another");
        apply(rack, new Cancellation());
        rack.machine("m3").reboot();
        apply(rack, new Cancellation());
        for (String master : List.of("m1", "m2")) {
            rack.machine(master).write(KEEPALIVED, FileMode.PRIVATE, "auth_pass " + VRRP_PASSWORD + "\nadvert_int 9\n");
        }
        apply(rack, new Cancellation());
        graph.add(rack);
        graph.add(machine);
        graph.add(rack.operations());
        graph.add(List.of(rack.counts(), rack.etcd()));
    }

    private void apply(InMemoryExecutor rack, Cancellation cancellation) {
        var controlPlane =
                ControlPlane.of(cluster, Renderers.standard().render(cluster)).over(new RecordingExecutor(rack, graph));
        graph.add(controlPlane);
        graph.add(ControlPlane.of(cluster, Renderers.standard().render(cluster)));
        graph.add(cancellation);
        graph.add(controlPlane.observe());
        var printed = new ByteArrayOutputStream();
        var console = Events.toConsole(new PrintStream(printed, true, StandardCharsets.UTF_8), rack.time());
        graph.add(console);
        var report = controlPlane.apply(
                event -> {
                    graph.add(event);
                    console.accept(event);
                },
                cancellation);
        texts.add(printed.toString(StandardCharsets.UTF_8));
        show(report);
    }

    private void show(Report report) {
        graph.add(report);
        graph.add(new Event.Finished(report));
        texts.add(report.plan().describe());
        texts.add(report.plan().toJson());
        if (!report.isComplete()) {
            refused(report::orThrow);
        }
    }

    /** Nothing is connected to but a port of this machine that nobody listens on. */
    void ssh(Path folder) throws IOException, NoSuchAlgorithmException {
        var key = Files.writeString(folder.resolve("key"), newKey());
        var trust = HostKeys.pinned("127.0.0.1", "SHA256:" + "A".repeat(43));
        var login = SshExecutor.as("ops").sudo(Secret.of(SUDO_PASSWORD)).jump("127.0.0.1:1");
        graph.add(login);
        var builder = login.identity(key).trusting(trust);
        graph.add(builder);
        try (var executor = builder.open()) {
            graph.add(executor);
            ask(executor);
        }
        refused(() -> SshExecutor.as("ops")
                .identity(folder.resolve("file"), Secret.of(PASSPHRASE))
                .trusting(trust)
                .open());
        var here = LocalExecutor.through(master -> List.of("trivet-no-such-way"));
        graph.add(here);
        ask(here);
    }

    private static String newKey() throws NoSuchAlgorithmException {
        var encoded = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private void ask(NodeExecutor executor) {
        var command = Command.of("cat").withInput(Secret.of(SUDO_PASSWORD)).withSecretOutput();
        new RecordingExecutor(executor, graph).run(cluster.masters().get(0), command, texts::add);
    }

    private void refused(Runnable work) {
        try {
            work.run();
        } catch (TrivetException e) {
            graph.add(e);
            var out = new StringWriter();
            e.printStackTrace(new PrintWriter(out));
            texts.add(out.toString());
            return;
        }
        throw new IllegalStateException("this was to be refused");
    }
}
