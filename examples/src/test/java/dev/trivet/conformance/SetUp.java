package dev.trivet.conformance;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.artifact.FileMode;
import dev.trivet.render.Renderers;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Whose configuration the daemons of a rack run. */
enum SetUp {
    STANDARD("Trivet's standard set") {
        @Override
        Artifacts files(Cluster cluster) {
            return Renderers.standard().render(cluster);
        }
    },

    CLASSIC("the article's") {
        @Override
        Artifacts files(Cluster cluster) {
            return Renderers.classic().render(cluster);
        }
    },

    /** The directives of docs/ha-considerations.md in kubernetes/kubeadm, its placeholders filled in as it says. */
    KUBEADM("kubeadm's documentation") {
        @Override
        Artifacts files(Cluster cluster) {
            var byMaster = new LinkedHashMap<String, List<Artifact>>();
            for (Master master : cluster.masters()) {
                byMaster.put(
                        master.name(),
                        List.of(
                                file(cluster, master, "/etc/keepalived/keepalived.conf", FileMode.PUBLIC),
                                file(cluster, master, "/etc/keepalived/check_apiserver.sh", FileMode.PUBLIC_SCRIPT),
                                file(cluster, master, "/etc/haproxy/haproxy.cfg", FileMode.PUBLIC)));
            }
            return new Artifacts(byMaster);
        }
    };

    private final String words;

    SetUp(String words) {
        this.words = words;
    }

    /** The files of every master; those for the daemons are what counts. */
    abstract Artifacts files(Cluster cluster);

    @Override
    public String toString() {
        return words;
    }

    private static Artifact file(Cluster cluster, Master master, String path, FileMode mode) {
        boolean first = cluster.masters().indexOf(master) == 0;
        var servers = cluster.masters().stream()
                .map(each -> "server " + each.name() + " " + each.address() + ":" + cluster.apiServerPort()
                        + " check verify none")
                .collect(Collectors.joining("\n    "));
        var text = template(path.substring(path.lastIndexOf('/') + 1))
                .replace("${STATE}", first ? "MASTER" : "BACKUP")
                .replace("${INTERFACE}", master.networkInterface())
                .replace("${ROUTER_ID}", "51")
                .replace("${PRIORITY}", first ? "101" : "100")
                .replace("${AUTH_PASS}", "42")
                .replace("${APISERVER_VIP}", cluster.virtualRouter().address().toString())
                .replace(
                        "${APISERVER_DEST_PORT}",
                        String.valueOf(cluster.balancer().port()))
                .replace("${SERVERS}", servers);
        return new Artifact(path, mode, text);
    }

    private static String template(String name) {
        try (var in = SetUp.class.getResourceAsStream("/kubeadm-ha/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
