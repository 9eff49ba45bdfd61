package dev.trivet.export;

import dev.trivet.artifact.Artifact;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** A file of a KubeadmControlPlane. */
final class ConfigFile {

    /** The longest content that Cluster API takes, in characters, encoded or not. */
    private static final int LONGEST = 10240;

    private ConfigFile() {}

    static ObjectNode of(Artifact file) {
        var node = YamlDocument.mapping()
                .put("path", file.path())
                .put("owner", "root:root")
                .put("permissions", file.mode().toString());
        if (file.text().isEmpty()) {
            return node;
        }
        boolean plain = Content.isPlain(file) && !isTemplate(file.text());
        var content = plain ? file.text() : Content.base64(file);
        if (content.length() > LONGEST) {
            throw new IllegalArgumentException("file " + file.path() + " is " + content.length()
                    + " characters long, and Cluster API takes " + LONGEST
                    + "; leave it out of the renderers and give it to the machines as a Secret, by contentFrom");
        }
        if (!plain) {
            node.put("encoding", "base64");
        }
        return node.put("content", content);
    }

    /** What cloud-init is given by Cluster API goes through Jinja first. */
    private static boolean isTemplate(String text) {
        return Stream.of("{{", "{%", "{#").anyMatch(text::contains);
    }
}
