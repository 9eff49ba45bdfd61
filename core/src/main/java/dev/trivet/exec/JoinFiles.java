package dev.trivet.exec;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.artifact.Placeholder;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.spec.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The files that one join reads. They have secrets in them: they lie in memory, and are removed when kubeadm has ended. */
final class JoinFiles {

    /** kubeadm's configuration, filled in. */
    static final String CONFIG = "/run/trivet/join/kubeadm-join.yaml";

    /** How the cluster is found and which CA it has. */
    static final String DISCOVERY = "/run/trivet/join/discovery.conf";

    static final List<String> ALL = List.of(CONFIG, DISCOVERY);

    private JoinFiles() {}

    static List<FileChange> of(Artifact template, Endpoint endpoint, JoinSecrets secrets, Discovery discovery) {
        var text = discovery == Discovery.FILE ? byFile(template.text()) : template.text();
        var config = new Artifact(CONFIG, FileMode.PRIVATE, filled(text, secrets));
        var found = new Artifact(DISCOVERY, FileMode.PRIVATE, discoveryFile(endpoint, secrets));
        return Stream.of(config, found)
                .map(artifact -> new FileChange(artifact, new FileFacts.NotAsked()))
                .toList();
    }

    /** The rendered file finds the cluster by token, as people do by hand. */
    private static String byFile(String text) {
        var tree = (ObjectNode) NodeYaml.MAPPER.readTree(text);
        var discovery = tree.putObject("discovery");
        discovery.putObject("file").put("kubeConfigPath", DISCOVERY);
        discovery.put("tlsBootstrapToken", Placeholder.BOOTSTRAP_TOKEN.text());
        return NodeYaml.MAPPER.writeValueAsString(tree);
    }

    private static String filled(String text, JoinSecrets secrets) {
        return text.replace(Placeholder.BOOTSTRAP_TOKEN.text(), secrets.token().reveal())
                .replace(
                        Placeholder.CERTIFICATE_KEY.text(),
                        secrets.certificateKey().reveal())
                .replace(Placeholder.CA_CERT_HASH.text(), secrets.authority().hash());
    }

    /** A kubeconfig with one cluster named "", no user and no context, is what kubeadm takes. */
    private static String discoveryFile(Endpoint endpoint, JoinSecrets secrets) {
        var pem = secrets.authority().pem().getBytes(StandardCharsets.US_ASCII);
        var tree = NodeYaml.MAPPER.createObjectNode().put("apiVersion", "v1").put("kind", "Config");
        tree.putArray("clusters")
                .addObject()
                .put("name", "")
                .putObject("cluster")
                .put("server", "https://" + endpoint)
                .put("certificate-authority-data", Base64.getEncoder().encodeToString(pem));
        tree.putArray("contexts");
        tree.put("current-context", "");
        tree.putArray("users");
        return NodeYaml.MAPPER.writeValueAsString(tree);
    }
}
