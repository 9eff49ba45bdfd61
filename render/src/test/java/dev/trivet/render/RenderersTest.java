package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.artifact.FileMode;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.HealthCheck;
import dev.trivet.spec.LoadBalancer;
import dev.trivet.testing.ClusterSpecs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which files there are, with which modes, and what happens when a user changes or adds one. */
class RenderersTest {

    private static final ClusterSpec SPEC = ClusterSpecs.minimal();
    private static final Cluster CLUSTER = SPEC.validate().orThrow();
    private static final Artifacts STANDARD = Renderers.standard().render(CLUSTER);

    /** A renderer of a fixed text. */
    private record Fixed(String path, FileMode mode, String text) implements ArtifactRenderer {
        @Override
        public Optional<String> render(Target target) {
            return Optional.of(text);
        }
    }

    @Test
    void theStandardFilesHaveTheDocumentedModes() {
        var expected = new LinkedHashMap<String, String>();
        expected.put("/etc/keepalived/check_apiserver.sh", "0700");
        expected.put("/etc/keepalived/holds_vip.sh", "0700");
        expected.put("/etc/keepalived/keepalived.conf", "0600");
        expected.put("/etc/haproxy/haproxy.cfg", "0644");
        expected.put("/etc/trivet/kubeadm-init.yaml", "0600");
        expected.put("/etc/kubernetes/manifests/keepalived.yaml", "0600");
        expected.put("/etc/kubernetes/manifests/haproxy.yaml", "0600");
        assertThat(modes(STANDARD, "m1")).isEqualTo(expected);

        expected.remove("/etc/trivet/kubeadm-init.yaml");
        expected.put("/etc/trivet/kubeadm-join.yaml", "0600");
        assertThat(modes(STANDARD, "m2")).isEqualTo(expected);
        assertThat(modes(STANDARD, "m3")).isEqualTo(expected);
    }

    @Test
    void theClassicFilesHaveTheDocumentedModes() {
        var classic = Renderers.classic().render(CLUSTER);
        for (String master : classic.masters()) {
            assertThat(modes(classic, master))
                    .isEqualTo(Map.of(
                            "/etc/keepalived/check_apiserver.sh", "0755",
                            "/etc/keepalived/keepalived.conf", "0644",
                            "/etc/haproxy/haproxy.cfg", "0644",
                            "/etc/kubernetes/manifests/keepalived.yaml", "0600",
                            "/etc/kubernetes/manifests/haproxy.yaml", "0600"));
        }
    }

    @Test
    void changedHaproxyRestartsHaproxyAlone() {
        var changed = Renderers.standard()
                .render(SPEC.withLoadBalancer(LoadBalancer.defaults().withMaxConnections(9000))
                        .validate()
                        .orThrow());
        assertThat(manifest(changed, "haproxy")).isNotEqualTo(manifest(STANDARD, "haproxy"));
        assertThat(manifest(changed, "keepalived")).isEqualTo(manifest(STANDARD, "keepalived"));
    }

    @Test
    void changedKeepalivedRestartsKeepalivedAlone() {
        var changed = Renderers.standard()
                .render(SPEC.withHealthCheck(HealthCheck.defaults().withRise(5))
                        .validate()
                        .orThrow());
        assertThat(manifest(changed, "keepalived")).isNotEqualTo(manifest(STANDARD, "keepalived"));
        assertThat(manifest(changed, "haproxy")).isEqualTo(manifest(STANDARD, "haproxy"));
    }

    @Test
    void changedModeOrScriptRestartsKeepalived() {
        var script = STANDARD.of("m1", NodePaths.CHECK_SCRIPT);
        var sameText = new Fixed(script.path(), FileMode.PUBLIC_SCRIPT, script.text());
        var sameMode = new Fixed(script.path(), script.mode(), "#!/bin/sh\n");
        assertThat(manifest(with(sameText), "keepalived")).isNotEqualTo(manifest(STANDARD, "keepalived"));
        assertThat(manifest(with(sameMode), "keepalived")).isNotEqualTo(manifest(STANDARD, "keepalived"));
    }

    @Test
    void aRendererReplacesTheOneOfItsPathInItsPlace() {
        var replaced = with(new Fixed(NodePaths.HAPROXY_CONFIG, FileMode.PRIVATE, "# mine\n"));
        assertThat(replaced.of("m2", NodePaths.HAPROXY_CONFIG).text()).isEqualTo("# mine\n");
        assertThat(replaced.of("m2")).extracting(Artifact::path).containsExactlyElementsOf(paths(STANDARD, "m2"));
        assertThat(manifest(replaced, "haproxy")).isNotEqualTo(manifest(STANDARD, "haproxy"));
        assertThat(manifest(replaced, "keepalived")).isEqualTo(manifest(STANDARD, "keepalived"));
    }

    @Test
    void anAddedFileOfAPodsConfigurationRestartsThePod() {
        var added = with(new Fixed("/etc/haproxy/errors/503.http", FileMode.PUBLIC, "HTTP/1.0 503 None\r\n\r\n"));
        assertThat(manifest(added, "haproxy")).isNotEqualTo(manifest(STANDARD, "haproxy"));
        assertThat(manifest(added, "keepalived")).isEqualTo(manifest(STANDARD, "keepalived"));
    }

    @Test
    void addedFilesComeBeforeTheManifestsAndAddedManifestsLast() {
        var set = Renderers.standard()
                .with(new Fixed("/etc/kubernetes/manifests/proxy.yaml", FileMode.PRIVATE, "kind: \"Pod\"\n"))
                .with(new Fixed("/etc/logrotate.d/haproxy", FileMode.PUBLIC, "# nothing\n"))
                .with(new Fixed("/etc/motd", FileMode.PUBLIC, "A master.\n"));
        assertThat(paths(set.render(CLUSTER), "m2"))
                .containsSubsequence(
                        "/etc/trivet/kubeadm-join.yaml",
                        "/etc/logrotate.d/haproxy",
                        "/etc/motd",
                        "/etc/kubernetes/manifests/keepalived.yaml",
                        "/etc/kubernetes/manifests/haproxy.yaml",
                        "/etc/kubernetes/manifests/proxy.yaml");
    }

    @Test
    void aSetIsNotChangedByItsDescendants() {
        var standard = Renderers.standard();
        standard.with(new Fixed("/etc/motd", FileMode.PUBLIC, "A master.\n"));
        assertThat(standard.render(CLUSTER)).isEqualTo(STANDARD);
    }

    private static Artifacts with(ArtifactRenderer renderer) {
        return Renderers.standard().with(renderer).render(CLUSTER);
    }

    private static String manifest(Artifacts artifacts, String pod) {
        return artifacts.of("m1", "/etc/kubernetes/manifests/" + pod + ".yaml").text();
    }

    private static Map<String, String> modes(Artifacts artifacts, String master) {
        return artifacts.of(master).stream()
                .collect(Collectors.toMap(
                        Artifact::path, artifact -> artifact.mode().toString()));
    }

    private static Iterable<String> paths(Artifacts artifacts, String master) {
        return artifacts.of(master).stream().map(Artifact::path).toList();
    }
}
