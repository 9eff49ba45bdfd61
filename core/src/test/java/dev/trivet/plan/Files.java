package dev.trivet.plan;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.artifact.FileMode;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Files as the standard renderers make them, as far as plans look into them. Public for the engine's tests. */
public final class Files {

    private Files() {}

    /** Of all masters; the balancers' settings stand in the text. */
    public static Artifacts of(Cluster cluster, String balancerSetting) {
        var files = new LinkedHashMap<String, List<Artifact>>();
        cluster.masters().forEach(master -> files.put(master.name(), of(cluster, master, balancerSetting)));
        return new Artifacts(files);
    }

    public static Artifacts of(Cluster cluster) {
        return of(cluster, "maxconn 8000");
    }

    private static List<Artifact> of(Cluster cluster, Master master, String setting) {
        boolean first = master.equals(cluster.masters().get(0));
        var router = cluster.virtualRouter();
        var files = new ArrayList<Artifact>();
        files.add(new Artifact("/etc/keepalived/check_apiserver.sh", FileMode.PRIVATE_SCRIPT, "#!/bin/sh\n"));
        files.add(new Artifact(NodeFiles.KEEPALIVED_CONFIG, FileMode.PRIVATE, """
                vrrp_version %d
                vrrp_instance apiserver {
                    virtual_router_id %d
                    advert_int %s
                    unicast_peer {
                    }
                }
                """.formatted(
                        router.version(), router.id(), router.advertInterval().toMillis())));
        files.add(new Artifact("/etc/haproxy/haproxy.cfg", FileMode.PUBLIC, "global\n    " + setting + "\n"));
        files.add(
                first
                        ? new Artifact(NodeFiles.KUBEADM_INIT, FileMode.PRIVATE, "kind: InitConfiguration\n")
                        : new Artifact(NodeFiles.KUBEADM_JOIN, FileMode.PRIVATE, join(cluster)));
        files.add(new Artifact(NodeFiles.KEEPALIVED_MANIFEST, FileMode.PRIVATE, "name: keepalived\n"));
        files.add(new Artifact(NodeFiles.HAPROXY_MANIFEST, FileMode.PRIVATE, "name: haproxy # " + setting + "\n"));
        return files;
    }

    private static String join(Cluster cluster) {
        return """
                kind: "JoinConfiguration"
                discovery:
                  bootstrapToken:
                    apiServerEndpoint: "%s"
                    token: "@bootstrap-token@"
                    caCertHashes:
                    - "@ca-cert-hash@"
                controlPlane:
                  certificateKey: "@certificate-key@"
                """.formatted(cluster.endpoint());
    }
}
