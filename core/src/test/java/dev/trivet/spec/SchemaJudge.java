package dev.trivet.spec;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A validator that knows nothing but the schema. */
class SchemaJudge {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Schema schema = registry.getSchema(ClusterYaml.schema(), InputFormat.JSON);

    /** What the schema says against a document. */
    List<String> objections(String yaml) {
        var tree = MAPPER.readTree(yaml);
        return texts(schema.validate(tree.isMissingNode() ? MAPPER.nullNode() : tree).stream());
    }

    boolean refuses(String yaml) {
        return !objections(yaml).isEmpty();
    }

    /** What the draft's own schema says against this one. */
    List<String> objectionsToItself() {
        var draft = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        return texts(draft.validate(ClusterYaml.schema(), InputFormat.JSON).stream());
    }

    /** Whether the reader and the rules refuse a document. */
    static boolean trivetRefuses(String yaml) {
        try {
            return !ClusterYaml.read(yaml).validate().isValid();
        } catch (UnreadableSpecException e) {
            return true;
        }
    }

    private static List<String> texts(Stream<com.networknt.schema.Error> errors) {
        return errors.map(Object::toString).toList();
    }
}
