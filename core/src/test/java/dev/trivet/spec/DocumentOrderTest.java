package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.testing.SpecBreak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DocumentOrderTest {

    private final DocumentOrder order = new DocumentOrder();

    @Test
    void isTheOrderInWhichTheDocumentIsWritten() {
        var paths = paths("", new YAMLMapper().readTree(ClusterYaml.write(EverySetting.spec())));
        paths.removeAll(List.of("apiVersion", "kind"));
        assertThat(paths).hasSizeGreaterThan(40).isSortedAccordingTo(order);
    }

    @Test
    void knowsThePathOfEveryBreak() {
        var known = new ArrayList<String>(paths("", new YAMLMapper().readTree(EverySetting.YAML)));
        known.add("masters[0].priority");
        known.add("masters[1].priority");
        known.add("masters[0].interface");
        assertThat(SpecBreak.all()).extracting(SpecBreak::path).isSubsetOf(known);
        assertThat(SpecBreak.all())
                .allSatisfy(spoiler -> assertThat(order.compare(spoiler.path(), spoiler.path()))
                        .isZero());
    }

    @Test
    void countsTheItemsOfAListAsNumbers() {
        assertThat(List.of("masters[2].name", "masters[10].name", "loadBalancer"))
                .isSortedAccordingTo(order);
        assertThat(List.of("masters", "masters[0]", "masters[0].name", "masters[0].address[1]"))
                .isSortedAccordingTo(order);
    }

    @Test
    void refusesAKeyThatTheDocumentDoesNotHave() {
        assertThatThrownBy(() -> order.compare("name", "nam")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The paths of all values, the mappings and lists themselves included. */
    private static List<String> paths(String base, JsonNode node) {
        var paths = new ArrayList<String>();
        if (!base.isEmpty()) {
            paths.add(base);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            paths.addAll(paths(base.isEmpty() ? field.getKey() : base + "." + field.getKey(), field.getValue()));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            paths.addAll(paths(base + "[" + i + "]", node.get(i)));
        }
        return paths;
    }
}
