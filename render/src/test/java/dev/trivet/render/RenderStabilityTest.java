package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.render.GoldenCase.Style;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.ClusterYaml;
import dev.trivet.testing.ClusterSpecs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The same cluster gives the same files, whatever the machine's locale and time zone and the order in its document. */
@PropertyDefaults(tries = 50, edgeCases = EdgeCasesMode.NONE)
class RenderStabilityTest {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    @Property
    void anyLocaleGivesTheSameFiles(@ForAll("specs") ClusterSpec spec) {
        var expected = readAndRender(ClusterYaml.write(spec));
        for (String tag : List.of("ar-SA-u-nu-arab", "tr", "th-TH-u-nu-thai", "fa-IR")) {
            assertThat(under(Locale.forLanguageTag(tag), () -> readAndRender(ClusterYaml.write(spec))))
                    .as(tag)
                    .isEqualTo(expected);
        }
    }

    @Property
    void anyTimeZoneGivesTheSameFiles(@ForAll("specs") ClusterSpec spec) {
        var expected = readAndRender(ClusterYaml.write(spec));
        for (String zone : List.of("Asia/Kathmandu", "Pacific/Apia")) {
            assertThat(under(TimeZone.getTimeZone(zone), () -> readAndRender(ClusterYaml.write(spec))))
                    .as(zone)
                    .isEqualTo(expected);
        }
    }

    @Property
    void aDocumentInAnotherOrderGivesTheSameFiles(@ForAll("specs") ClusterSpec spec) {
        var document = MAPPER.readTree(ClusterYaml.write(spec));
        var reversed = MAPPER.writeValueAsString(reversed(document));
        assertThat(reversed).doesNotStartWith("---\napiVersion");
        assertThat(readAndRender(reversed)).isEqualTo(render(spec));
    }

    @Provide
    Arbitrary<ClusterSpec> specs() {
        return ClusterSpecs.valid();
    }

    private static List<Map<String, String>> readAndRender(String yaml) {
        return render(ClusterYaml.read(yaml));
    }

    private static List<Map<String, String>> render(ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        return Stream.of(Style.values())
                .map(style -> GoldenTree.of(style.render(cluster)))
                .toList();
    }

    private static <T> T under(Locale locale, Supplier<T> action) {
        var before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            return action.get();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static <T> T under(TimeZone zone, Supplier<T> action) {
        var before = TimeZone.getDefault();
        TimeZone.setDefault(zone);
        try {
            return action.get();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** The same mappings, each with its keys in the opposite order. */
    private static JsonNode reversed(JsonNode node) {
        if (node instanceof ArrayNode items) {
            var copy = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> copy.add(reversed(item)));
            return copy;
        } else if (node.isObject()) {
            var keys = new ArrayList<>(node.propertyNames());
            Collections.reverse(keys);
            var copy = JsonNodeFactory.instance.objectNode();
            keys.forEach(key -> copy.set(key, reversed(node.get(key))));
            return copy;
        }
        return node;
    }
}
