package dev.trivet.export;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Another project's schema, with every field that it does not know an error. */
final class StrictSchema {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    private final Schema schema;

    private StrictSchema(Schema schema) {
        this.schema = schema;
    }

    static StrictSchema named(String file) {
        try (var in = Objects.requireNonNull(StrictSchema.class.getResourceAsStream("/schemas/" + file), file)) {
            var tree = MAPPER.readTree(in);
            close(tree);
            return new StrictSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(StrictSchema::close);
    }

    /** What is wrong with each of the text's documents. */
    List<String> errors(String text) {
        return MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(text).readAll().stream()
                .flatMap(document -> schema.validate(document).stream())
                .map(Error::toString)
                .toList();
    }
}
