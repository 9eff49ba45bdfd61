package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.BrokenSpec;
import dev.trivet.testing.ClusterSpecs;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whatever is wrong with a spec that was read, its place is where the path says, or the nearest around it. */
class PlacesPropertiesTest {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyViolationPointsAtWhatItsPathNames(@ForAll("broken") BrokenSpec broken) {
        var document = ClusterYaml.write(broken.spec());
        var tree = MAPPER.readTree(document);
        var violations = ClusterYaml.read(document).validate().violations();
        assertThat(violations).isNotEmpty().allSatisfy(violation -> {
            var path = nearestWritten(violation.path(), tree);
            var place = violation.place().orElseThrow();
            assertPointsAt(path, node(path, tree), document.lines().toList().get(place.line() - 1), place);
        });
        assertThat(broken.spec().validate().violations())
                .allMatch(violation -> violation.places().isEmpty());
    }

    private static void assertPointsAt(String path, JsonNode node, String line, SourcePlace place) {
        var marked = line.substring(place.column() - 1, place.column() - 1 + place.length());
        var key = path.substring(path.lastIndexOf('.') + 1);
        if (path.isEmpty()) {
            assertThat(line).isEqualTo("apiVersion: trivet.dev/v1alpha1");
        } else if (key.endsWith("]")) {
            assertThat(line.substring(0, place.column() - 1).strip()).isEqualTo("-");
        } else {
            assertThat(line).contains(key + ":");
        }
        if (node.isContainer()) {
            assertThat(marked)
                    .isEqualTo(
                            key.endsWith("]") || path.isEmpty()
                                    ? line.strip().replaceFirst("^- ", "").substring(0, 1)
                                    : key);
        } else {
            assertThat(marked.replaceAll("^\"|\"$", "")).isEqualTo(node.asString());
        }
    }

    private static String nearestWritten(String path, JsonNode tree) {
        var nearest = path;
        while (!nearest.isEmpty() && node(nearest, tree).isMissingNode()) {
            nearest = nearest.substring(0, Math.max(0, Math.max(nearest.lastIndexOf('.'), nearest.lastIndexOf('['))));
        }
        return nearest;
    }

    private static JsonNode node(String path, JsonNode tree) {
        return path.isEmpty()
                ? tree
                : tree.at("/" + path.replaceAll("[.\\[]", "/").replace("]", ""));
    }

    @Provide
    Arbitrary<BrokenSpec> broken() {
        return ClusterSpecs.broken();
    }
}
