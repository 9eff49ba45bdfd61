package dev.trivet.export;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes YAML that every reader takes for the same values: strings are quoted, or blocks where they have several lines. */
final class YamlDocument {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private YamlDocument() {}

    static ObjectNode mapping() {
        return MAPPER.createObjectNode();
    }

    static String write(ObjectNode document) {
        return MAPPER.writeValueAsString(document);
    }
}
