package dev.trivet.secrets;

import dev.trivet.artifact.FileMode;
import dev.trivet.exec.Cancellation;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Event;
import dev.trivet.exec.Events;
import dev.trivet.exec.Job;
import dev.trivet.exec.Report;
import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.FailoverAnalysis;
import dev.trivet.failover.FailoverModel;
import dev.trivet.failover.FailoverReport;
import dev.trivet.failover.Fault;
import dev.trivet.failover.OutageBounds;
import dev.trivet.failover.Replay;
import dev.trivet.harness.Patience;
import dev.trivet.rack.InMemoryExecutor;
import dev.trivet.rack.Operation;
import dev.trivet.rack.OperationFault;
import dev.trivet.render.Renderers;
import dev.trivet.render.Target;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.ClusterYaml;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** All that happens to a cluster with secrets in it, and all objects and texts that come of it. */
final class Life {

    /** VRRP's password: in the spec and in keepalived's file, and to be seen nowhere else. */
    static final String VRRP_PASSWORD = "c4n4ry-8";

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

    final List<String> minted = new ArrayList<>();
    private final Cluster cluster = cluster();
    private final Shown shown;

    Life(Shown shown) {
        this.shown = shown;
    }

    static Cluster cluster() {
        return spec(VRRP_PASSWORD).validate().orThrow();
    }

    private static ClusterSpec spec(String password) {
        return ClusterYaml.read(SPEC.replace("PASSWORD", password));
    }

    void specs() {
        shown.add(spec(VRRP_PASSWORD));
        shown.add(spec(VRRP_PASSWORD).validate());
        shown.add(cluster);
        shown.add(cluster.classic());
        shown.add(ClusterSpec.named("edge"));
        shown.add(ClusterSpec.named("edge").kubernetesVersion("1.35.9"));
        shown.add(ClusterSpec.named("edge")
                .kubernetesVersion("1.35.9")
                .virtualIp(spec(VRRP_PASSWORD).virtualIp())
                .master("m1", "192.168.1.141")
                .keepalived(spec(VRRP_PASSWORD).keepalived()));
        shown.refused(() -> spec(VRRP_PASSWORD + "-and-more").validate().orThrow());
        shown.refused(() -> spec("[" + VRRP_PASSWORD + "]"));
        shown.refused(() -> spec("\"" + VRRP_PASSWORD));
        shown.refused(() -> spec(VRRP_PASSWORD + ", authPass: " + VRRP_PASSWORD));
    }

    void analyses() {
        for (var analysis : List.of(FailoverAnalysis.of(cluster), FailoverAnalysis.ofClassic(cluster))) {
            shown.add(analysis);
            shown.add(analysis.counterexamples());
            shown.add(analysis.bounds());
            shown.text(analysis.explain());
            shown.add(FailoverReport.of(analysis));
            shown.text(FailoverReport.of(analysis).html());
        }
        shown.add(OutageBounds.of(cluster));
        var replay = Replay.of(FailoverModel.standard(cluster));
        shown.add(replay);
        shown.add(replay.apply(new Fault("m1", Component.HAPROXY, Condition.DOWN)));
        shown.add(new Fault("m1", Component.HAPROXY, Condition.DOWN));
    }

    void files(Path folder) {
        shown.add(new Target(cluster, cluster.masters().get(0), List.of()));
        for (var renderers : List.of(Renderers.standard(), Renderers.classic())) {
            shown.add(renderers);
            shown.add(renderers.render(cluster));
        }
        shown.refused(() -> Renderers.standard().render(cluster).writeTo(folder.resolve("file/below")));
        shown.refused(() -> FailoverReport.of(FailoverAnalysis.of(cluster)).writeTo(folder.resolve("file/below")));
    }

    /** Bootstraps with every fault at every kind of operation, a repair, refusals, and runs that are cancelled. */
    void runs() {
        for (OperationFault fault : OperationFault.values()) {
            for (Operation.Kind kind : Operation.Kind.values()) {
                var first = new AtomicBoolean(true);
                var rack = InMemoryExecutor.of(cluster);
                rack.onOperation(operation ->
                        operation.kind() == kind && first.getAndSet(false) ? Optional.of(fault) : Optional.empty());
                apply(rack, new Cancellation());
                minted.addAll(rack.secrets());
            }
        }
        var rack = InMemoryExecutor.of(cluster);
        apply(rack, new Cancellation());
        drift(rack);
        minted.addAll(rack.secrets());
        var before = new Cancellation();
        before.cancel();
        apply(InMemoryExecutor.of(cluster), before);
        var during = InMemoryExecutor.of(cluster);
        var cancellation = new Cancellation();
        during.onOperation(operation -> {
            if (operation.kind() == Operation.Kind.FOLLOW) {
                cancellation.cancel();
                Patience.untilInterrupted();
            }
            return Optional.empty();
        });
        apply(during, cancellation);
        jobs();
    }

    private void jobs() {
        var rack = InMemoryExecutor.of(cluster);
        var master = cluster.masters().get(0);
        var executor = new RecordingExecutor(rack, shown.graph());
        var job = new Job("kubeadm-init", List.of("kubeadm", "init"), List.of());
        executor.follow(master, job.name(), 0, Duration.ofSeconds(1), shown::text);
        executor.start(master, job);
        executor.start(master, job);
        executor.follow(master, job.name(), 0, Duration.ofSeconds(1), shown::text);
        rack.machine(master.name()).kill(job.name());
        executor.follow(master, job.name(), 0, Duration.ofSeconds(1), shown::text);
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
        shown.add(rack);
        shown.add(machine);
        shown.add(rack.operations());
        shown.add(List.of(rack.counts(), rack.etcd()));
    }

    private void apply(InMemoryExecutor rack, Cancellation cancellation) {
        var controlPlane = ControlPlane.of(cluster, Renderers.standard().render(cluster))
                .over(new RecordingExecutor(rack, shown.graph()));
        shown.add(controlPlane);
        shown.add(ControlPlane.of(cluster, Renderers.standard().render(cluster)));
        shown.add(cancellation);
        shown.add(controlPlane.observe());
        var printed = new ByteArrayOutputStream();
        var console = Events.toConsole(new PrintStream(printed, true, StandardCharsets.UTF_8), rack.time());
        shown.add(console);
        var report = controlPlane.apply(
                event -> {
                    shown.add(event);
                    console.accept(event);
                },
                cancellation);
        shown.text(printed.toString(StandardCharsets.UTF_8));
        show(report);
    }

    private void show(Report report) {
        shown.add(report);
        shown.add(new Event.Finished(report));
        shown.text(report.plan().describe());
        shown.text(report.plan().toJson());
        shown.text(report.plan().toMermaid());
        if (!report.isComplete()) {
            shown.refused(report::orThrow);
        }
    }
}
