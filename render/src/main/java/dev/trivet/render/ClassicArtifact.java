package dev.trivet.render;

import dev.trivet.artifact.FileMode;
import dev.trivet.spec.AddressFamily;
import dev.trivet.spec.ClassicSettings;
import dev.trivet.spec.Cluster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One of the article's files: a template with the article's own placeholders, filled from the cluster. */
record ClassicArtifact(String path, FileMode mode, String template) implements ArtifactRenderer {

    static List<ArtifactRenderer> all() {
        return List.of(
                new ClassicArtifact(NodePaths.CHECK_SCRIPT, FileMode.PUBLIC_SCRIPT, ClassicTemplates.CHECK_SCRIPT),
                new ClassicArtifact(NodePaths.KEEPALIVED_CONFIG, FileMode.PUBLIC, ClassicTemplates.KEEPALIVED_CONFIG),
                new ClassicArtifact(NodePaths.HAPROXY_CONFIG, FileMode.PUBLIC, ClassicTemplates.HAPROXY_CONFIG),
                new ClassicArtifact(
                        NodePaths.KEEPALIVED_MANIFEST, FileMode.PRIVATE, ClassicTemplates.KEEPALIVED_MANIFEST),
                new ClassicArtifact(NodePaths.HAPROXY_MANIFEST, FileMode.PRIVATE, ClassicTemplates.HAPROXY_MANIFEST));
    }

    @Override
    public Optional<String> render(Target target) {
        String text = template;
        for (var placeholder : values(target).entrySet()) {
            text = text.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return Optional.of(text);
    }

    private static Map<String, String> values(Target target) {
        var cluster = target.cluster();
        var classic = cluster.classic();
        var virtualIp = cluster.virtualRouter().address();
        var values = new TreeMap<String, String>();
        values.put("STATE", target.isFirst() ? "MASTER" : "BACKUP");
        values.put("INTERFACE", target.master().networkInterface());
        values.put("ROUTER_ID", String.valueOf(classic.routerId()));
        values.put(
                "PRIORITY",
                String.valueOf(classic.priorities().get(cluster.masters().indexOf(target.master()))));
        values.put("AUTH_PASS", classic.authPass());
        values.put("APISERVER_VIP", virtualIp.toString());
        values.put("APISERVER_VIP_IN_URL", virtualIp.inUrl());
        values.put("APISERVER_DEST_PORT", String.valueOf(cluster.balancer().port()));
        values.put("ANY_ADDRESS", virtualIp.family() == AddressFamily.IPV4 ? "*" : "::");
        values.put("SERVERS", servers(cluster));
        putSettings(classic, values);
        return values;
    }

    private static void putSettings(ClassicSettings classic, Map<String, String> values) {
        values.put("CHECK_INTERVAL", String.valueOf(classic.interval().toSeconds()));
        values.put("CHECK_WEIGHT", String.valueOf(classic.weight()));
        values.put("CHECK_FALL", String.valueOf(classic.fall()));
        values.put("CHECK_RISE", String.valueOf(classic.rise()));
        values.put("KEEPALIVED_IMAGE", classic.images().keepalived());
        values.put("HAPROXY_IMAGE", classic.images().haproxy());
    }

    private static String servers(Cluster cluster) {
        return cluster.masters().stream()
                .map(host -> "        server " + host.name() + " "
                        + host.address().inUrl() + ":" + cluster.apiServerPort() + " check")
                .collect(Collectors.joining("\n"));
    }
}
