package dev.trivet.spec;

import dev.trivet.testing.ClusterSpecs;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A sound document that says no more than it must, to ask the rules what they say when it is changed in one place. */
class Sample {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    private Sample() {}

    /** Whether nothing works without a key. */
    static boolean requires(String path) {
        var document = document();
        parent(document, path).remove(key(path));
        return violations(document)
                .anyMatch(violation ->
                        violation.rule() == Rule.REQUIRED && (violation.path() + ".").startsWith(path + "."));
    }

    /** What is said when a number stands there. */
    static Stream<String> saidOf(String path, int number) {
        var document = document();
        parent(document, path).put(key(path), number);
        return violations(document)
                .filter(violation -> violation.path().equals(path))
                .map(Violation::message);
    }

    private static Stream<Violation> violations(ObjectNode document) {
        return ClusterYaml.read(MAPPER.writeValueAsString(document)).validate().violations().stream();
    }

    /** Of masters that name their interfaces, as that alone makes another one needless. */
    private static ObjectNode document() {
        var spec = ClusterSpecs.minimal();
        var masters = spec.masters().stream()
                .map(master -> master.onInterface("eth0"))
                .toList();
        return (ObjectNode) MAPPER.readTree(ClusterYaml.write(spec.withMasters(masters)));
    }

    private static ObjectNode parent(ObjectNode document, String path) {
        var parent = path.substring(0, Math.max(0, path.lastIndexOf('.')));
        var pointer =
                parent.isEmpty() ? "" : "/" + parent.replaceAll("[.\\[]", "/").replace("]", "");
        return document.at(pointer).isMissingNode()
                ? document.withObject(JsonPointer.compile(pointer))
                : (ObjectNode) document.at(pointer);
    }

    private static String key(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
