package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.ClusterYaml;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every code point up to U+02FF, in every text and every place of it, is refused or comes out as it went in. */
class CodePointsTest {

    private static final ClusterSpec PLAIN = TextField.plainest();

    @ParameterizedTest
    @EnumSource
    void isRefusedUnlessItIsKnownToBeHarmless(TextField field) {
        assertThat(PLAIN.validate().isValid()).isTrue();
        assertThat(field.variations())
                .filteredOn(variation -> variation.in(PLAIN).validate().isValid() != variation.isAllowed())
                .isEmpty();
    }

    @Test
    void comesBackFromTheSpecsOwnDocument() {
        assertThat(TextField.together(variation -> true))
                .hasSize(3 * 0x300)
                .allSatisfy(spec ->
                        assertThat(ClusterYaml.read(ClusterYaml.write(spec))).isEqualTo(spec));
    }

    /** YAML 1.1 is what takes no, 0644, 1e3 and 12:30 for something else. */
    @Test
    void isTheSameTextToAReaderOfYaml11() {
        TextField.allowed().forEach(spec -> {
            var cluster = spec.validate().orThrow();
            var files = Renderers.standard()
                    .render(cluster)
                    .of(spec.masters().get(0).name());
            assertThat(texts(files)).containsAll(expected(spec));
        });
    }

    private static List<String> expected(ClusterSpec spec) {
        var version = spec.kubernetesVersion();
        return Stream.of(
                        Stream.of(
                                spec.name(),
                                version.startsWith("v") ? version : "v" + version,
                                spec.masters().get(0).name(),
                                spec.endpointName().orElseThrow() + ":8443",
                                spec.keepalived().image().orElseThrow(),
                                spec.haproxy().image().orElseThrow(),
                                spec.network().dnsDomain().orElseThrow(),
                                spec.kubeadm().imageRepository().orElseThrow(),
                                spec.kubeadm().criSocket().orElseThrow()),
                        spec.network().podSubnets().stream(),
                        spec.network().serviceSubnets().stream(),
                        spec.apiServer().certSans().stream(),
                        spec.kubeadm().ignorePreflightErrors().stream())
                .flatMap(texts -> texts)
                .toList();
    }

    /** All texts in all YAML files; what is read as a number or a truth is none. */
    private static Collection<String> texts(List<Artifact> files) {
        var reader = new Yaml(new SafeConstructor(new LoaderOptions()));
        return files.stream()
                .filter(file -> file.path().endsWith(".yaml"))
                .flatMap(
                        file -> StreamSupport.stream(reader.loadAll(file.text()).spliterator(), false))
                .flatMap(CodePointsTest::textsIn)
                .collect(Collectors.toSet());
    }

    private static Stream<String> textsIn(Object value) {
        if (value instanceof Map<?, ?> mapping) {
            return mapping.values().stream().flatMap(CodePointsTest::textsIn);
        } else if (value instanceof List<?> list) {
            return list.stream().flatMap(CodePointsTest::textsIn);
        }
        return value instanceof String text ? Stream.of(text) : Stream.empty();
    }
}
