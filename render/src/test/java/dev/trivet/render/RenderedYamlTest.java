package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.ClusterYaml;
import dev.trivet.testing.ClusterSpecs;
import io.fabric8.kubernetes.api.model.Pod;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every reader takes what is written for the same values: Jackson, one of YAML 1.1, and the Kubernetes model. */
@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class RenderedYamlTest {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    @Example
    void twoReadersAgreeOnTheGoldenFiles() {
        yamlFiles(Sample.ofGoldens()).forEach(file -> assertReadersAgree(file.text()));
    }

    @Property
    void twoReadersAgreeOnTheFilesOfAnyCluster(@ForAll("specs") ClusterSpec spec) {
        yamlFiles(Sample.of(List.of(spec))).forEach(file -> assertReadersAgree(file.text()));
    }

    @Property
    void twoReadersAgreeOnAWrittenSpec(@ForAll("specs") ClusterSpec spec) {
        assertReadersAgree(ClusterYaml.write(spec));
    }

    @Example
    void theModelKnowsEveryFieldOfTheGoldenManifests() {
        manifests(Sample.ofGoldens()).forEach(RenderedYamlTest::assertModelKnowsEveryField);
    }

    @Property
    void theModelKnowsEveryFieldOfAnyClustersManifests(@ForAll("specs") ClusterSpec spec) {
        manifests(Sample.of(List.of(spec))).forEach(RenderedYamlTest::assertModelKnowsEveryField);
    }

    @Example
    void theModelKeepsWhatItDoesNotKnow() {
        var pod = MAPPER.readValue("spec: {containers: [{livenessProbe: {httpGet: {ports: 1}}}]}", Pod.class);
        assertThat(unknownFields(pod)).containsExactly("ports");
    }

    @Provide
    Arbitrary<ClusterSpec> specs() {
        return ClusterSpecs.valid();
    }

    private static Stream<Artifact> yamlFiles(List<Sample> samples) {
        return samples.stream()
                .flatMap(sample -> sample.files().stream())
                .filter(file -> file.path().endsWith(".yaml"))
                .distinct();
    }

    private static Stream<Artifact> manifests(List<Sample> samples) {
        return yamlFiles(samples).filter(file -> file.path().startsWith("/etc/kubernetes/manifests/"));
    }

    private static void assertReadersAgree(String text) {
        var byJackson =
                MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(text).readAll();
        var byYaml11 = new ArrayList<JsonNode>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(text)
                .forEach(document -> byYaml11.add(MAPPER.valueToTree(document)));
        assertThat(byYaml11).as(text).isEqualTo(byJackson);
    }

    private static void assertModelKnowsEveryField(Artifact manifest) {
        var pod = MAPPER.readValue(manifest.text(), Pod.class);
        assertThat(pod.getKind()).isEqualTo("Pod");
        assertThat(pod.getSpec().getContainers()).hasSize(1);
        assertThat(unknownFields(pod)).as(manifest.text()).isEmpty();
    }

    /** The names of all fields, anywhere in the object, that the model has no place for. */
    private static List<String> unknownFields(Object value) {
        var found = new ArrayList<String>();
        if (value instanceof Collection<?> items) {
            items.forEach(item -> found.addAll(unknownFields(item)));
        } else if (value.getClass().getPackageName().startsWith("io.fabric8")) {
            Stream.of(value.getClass().getMethods())
                    .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                    .forEach(getter -> found.addAll(unknownFields(value, getter)));
        }
        return found;
    }

    private static List<String> unknownFields(Object owner, Method getter) {
        try {
            var value = getter.invoke(owner);
            if (getter.getName().equals("getAdditionalProperties") && value instanceof Map<?, ?> unknown) {
                return unknown.keySet().stream().map(String::valueOf).toList();
            }
            return value == null || value instanceof Enum ? List.of() : unknownFields(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(getter + " of the model failed", e);
        }
    }
}
