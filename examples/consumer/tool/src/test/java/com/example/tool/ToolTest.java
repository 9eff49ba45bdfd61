package com.example.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivet.artifact.Artifact;
import dev.trivet.exec.ControlPlane;
import dev.trivet.rack.InMemoryExecutor;
import dev.trivet.render.Renderers;
import dev.trivet.spec.ClusterYaml;
import dev.trivet.testing.ClusterSpecs;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ToolTest {

    @Test
    void putsItsOwnFileAndTellsItsOwnEvents() throws IOException {
        var cluster = ClusterSpecs.minimal().validate().orThrow();
        var artifacts = Renderers.standard().with(new NeighbourLimits()).render(cluster);
        assertThat(artifacts.of("m2", NeighbourLimits.PATH).text()).startsWith("# m2 of edge\n");

        var rack = InMemoryExecutor.of(cluster);
        var events = new JsonEvents();
        ControlPlane.of(cluster, artifacts).over(rack).apply(events).orThrow();

        assertThat(rack.machine("m3").file(NeighbourLimits.PATH)).isPresent();
        var last = events.lines().get(events.lines().size() - 1);
        assertThat(new ObjectMapper().readTree(last).get("complete").asBoolean())
                .isTrue();
        assertThat(events.lines()).anyMatch(line -> line.contains("\"step\":\"m1: run kubeadm init\""));
    }

    @Test
    void keepsTheStandardFilesAndTheirOrder() {
        var cluster = ClusterSpecs.minimal().validate().orThrow();
        var standard = Renderers.standard().render(cluster).of("m1");
        var ours =
                Renderers.standard().with(new NeighbourLimits()).render(cluster).of("m1");
        assertThat(ours.stream().filter(artifact -> !artifact.path().equals(NeighbourLimits.PATH)))
                .containsExactlyElementsOf(standard);
        assertThat(ours).extracting(Artifact::path).last().asString().startsWith("/etc/kubernetes/manifests/");
    }

    /** Trivet reads and writes YAML by Jackson 3, in the same program. */
    @Test
    void readsAndWritesYamlBesideJackson2() {
        var spec = ClusterSpecs.minimal();
        assertThat(ClusterYaml.read(ClusterYaml.write(spec))).isEqualTo(spec);
        assertThat(ObjectMapper.class.getPackage().getImplementationVersion()).startsWith("2.");
    }
}
