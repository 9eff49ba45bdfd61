package dev.trivet.rack;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.artifact.FileMode;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Inquiry;
import dev.trivet.exec.Inspection;
import dev.trivet.plan.MasterFacts;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Master;
import dev.trivet.spec.VirtualIp;
import java.util.LinkedHashMap;
import java.util.List;

/** Clusters and files to try on a rack: the files that the standard renderers put, with little in them. */
final class Racks {

    static final String HAPROXY = "/etc/haproxy/haproxy.cfg";
    static final String KEEPALIVED = "/etc/keepalived/keepalived.conf";
    static final String HAPROXY_MANIFEST = "/etc/kubernetes/manifests/haproxy.yaml";
    static final String KEEPALIVED_MANIFEST = "/etc/kubernetes/manifests/keepalived.yaml";

    /** VRRP's, which stands in a file and nowhere else. */
    static final String PASSWORD = "c4n4ry-8";

    private Racks() {}

    static Cluster cluster(int masters) {
        var spec = ClusterSpec.named("edge")
                .kubernetesVersion("1.35.9")
                .virtualIp(VirtualIp.of("192.168.1.50/24").onInterface("eth0"))
                .master("m1", "192.168.1.141")
                .master("m2", "192.168.1.142")
                .master("m3", "192.168.1.143");
        for (int i = 4; i <= masters; i++) {
            spec = spec.master("m" + i, "192.168.1.14" + i);
        }
        return spec.build().validate().orThrow();
    }

    static Artifacts artifacts(Cluster cluster) {
        return artifacts(cluster, "global\n");
    }

    /** As the real manifests do, HAProxy's has the hash of its configuration in it. */
    static Artifacts artifacts(Cluster cluster, String haproxy) {
        var files = new LinkedHashMap<String, List<Artifact>>();
        for (Master master : cluster.masters()) {
            boolean first = master.equals(cluster.masters().get(0));
            files.put(
                    master.name(),
                    List.of(
                            new Artifact(
                                    KEEPALIVED,
                                    FileMode.PRIVATE,
                                    "virtual_router_id 50\n    auth_pass " + PASSWORD + "\n"),
                            new Artifact(HAPROXY, FileMode.PUBLIC, haproxy),
                            new Artifact(KEEPALIVED_MANIFEST, FileMode.PRIVATE, "kind: Pod\n"),
                            new Artifact(HAPROXY_MANIFEST, FileMode.PRIVATE, "hash: " + haproxy.hashCode() + "\n"),
                            first ? init() : join()));
        }
        return new Artifacts(files);
    }

    private static Artifact init() {
        return new Artifact("/etc/trivet/kubeadm-init.yaml", FileMode.PRIVATE, """
                kind: "InitConfiguration"
                bootstrapTokens:
                - description: "Trivet: init"
                """);
    }

    private static Artifact join() {
        return new Artifact("/etc/trivet/kubeadm-join.yaml", FileMode.PRIVATE, """
            kind: "JoinConfiguration"
            discovery:
              bootstrapToken:
                token: "@bootstrap-token@"
                caCertHashes:
                - "@ca-cert-hash@"
            controlPlane:
              certificateKey: "@certificate-key@"
            """);
    }

    static ControlPlane controlPlane(Cluster cluster, InMemoryExecutor rack) {
        return ControlPlane.of(cluster, artifacts(cluster)).over(rack);
    }

    /** A rack on which the cluster runs. */
    static InMemoryExecutor running(Cluster cluster) {
        var rack = InMemoryExecutor.of(cluster);
        controlPlane(cluster, rack).apply(event -> {}).orThrow();
        return rack;
    }

    static Master master(Cluster cluster, String name) {
        return cluster.masters().stream()
                .filter(master -> master.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static MasterFacts facts(InMemoryExecutor rack, Cluster cluster, String master) {
        var inquiry = new Inquiry(cluster, artifacts(cluster).of(master));
        return ((Inspection.Answered) rack.inspect(master(cluster, master), inquiry)).facts();
    }
}
