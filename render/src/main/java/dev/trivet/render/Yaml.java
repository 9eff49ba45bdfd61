package dev.trivet.render;

import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes YAML that every reader takes for the same values: all strings are quoted, since YAML 1.1 reads no, 0644, 1e3 and
 * 12:30 as something else.
 */
final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Yaml() {}

    /** A file of one or more documents. */
    static String write(Object... documents) {
        return Header.LINE + "\n"
                + Arrays.stream(documents).map(MAPPER::writeValueAsString).collect(Collectors.joining("---\n"));
    }

    static ObjectNode mapping() {
        return MAPPER.createObjectNode();
    }
}
