package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Keeps the schema that is shipped, and the guide's table of keys; {@code -Dschema.update=true} writes both anew. */
class SchemaTest {

    private static final Path SCHEMA = Path.of("src/main/resources/dev/trivet/spec/cluster.schema.json");
    private static final Path GUIDE = Path.of("..", "GUIDE.md");
    private static final Pattern TABLE = Pattern.compile("\\| Key \\|.*\n(?:\\|.*\n)*");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    @Test
    void isWhatTheModelSays() throws IOException {
        var expected = new SchemaWriter(defaults()).schema();
        if (Boolean.getBoolean("schema.update")) {
            Files.writeString(SCHEMA, expected);
        }
        assertThat(Files.readString(SCHEMA))
                .as("the schema, which -Dschema.update=true brings up to date")
                .isEqualTo(expected);
    }

    @Test
    void theGuideHasATableOfAllKeys() throws IOException {
        var guide = Files.readString(GUIDE);
        assertThat(guide).containsPattern(TABLE);
        var table = new KeyTable(JsonMapper.builder().build().readTree(ClusterYaml.schema())).text();
        var expected = TABLE.matcher(guide).replaceFirst(Matcher.quoteReplacement(table));
        if (Boolean.getBoolean("schema.update")) {
            Files.writeString(GUIDE, expected);
        }
        assertThat(Files.readString(GUIDE))
                .as("the table of keys, which -Dschema.update=true brings up to date")
                .isEqualTo(expected);
    }

    @Test
    void isFoundByTools() throws IOException {
        assertThat(ClusterYaml.schema()).isEqualTo(Files.readString(SCHEMA));
    }

    @Test
    void saysOfEveryKeyWhatItMeans() {
        var keys = keys(JsonMapper.builder().build().readTree(ClusterYaml.schema()));
        assertThat(keys.map(key -> key.path("description").asString()))
                .hasSizeGreaterThan(40)
                .allMatch(description -> description.matches("[A-Zk][^{}*@]*\\."));
    }

    private static Stream<JsonNode> keys(JsonNode schema) {
        return Stream.concat(
                schema.path("properties").valueStream().filter(key -> !key.has("const")),
                schema.valueStream().flatMap(SchemaTest::keys));
    }

    /** The README's example shows the default of everything below the masters, and is held to it. */
    private static JsonNode defaults() throws IOException {
        var example = EXAMPLE.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(example.find()).isTrue();
        var shown = new YAMLMapper().readTree(example.group(1));
        return ((ObjectNode) shown).without(List.of("name", "kubernetesVersion", "virtualIp", "masters"));
    }
}
