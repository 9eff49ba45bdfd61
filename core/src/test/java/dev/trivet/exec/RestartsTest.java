package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.Hashes;
import dev.trivet.plan.NodeFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private static final Artifact CONFIG = new Artifact(NodeFiles.HAPROXY_CONFIG, FileMode.PUBLIC, "global\n");
    private static final Artifact MANIFEST = manifest("""
            apiVersion: v1
            metadata:
              annotations:
                trivet.dev/config-hash: "12e3"
              name: haproxy
            spec: {hostNetwork: true}
            """);

    private static Artifact manifest(String text) {
        return new Artifact(NodeFiles.HAPROXY_MANIFEST, FileMode.PRIVATE, text);
    }

    private static FileChange change(Artifact artifact, String before) {
        var hash = Hashes.sha256(before.getBytes(StandardCharsets.UTF_8));
        return new FileChange(artifact, new FileFacts.Present(hash, "600", "0:0", Optional.of(before)));
    }

    private static List<Artifact> restarted(FileChange... changes) {
        return Restarts.of(List.of(changes), List.of(CONFIG, MANIFEST)).manifests();
    }

    @Test
    void aConfigurationThatChangesAloneNeedsARestart() {
        assertThat(restarted(change(CONFIG, "drift\n"))).containsExactly(MANIFEST);
        assertThat(restarted(new FileChange(CONFIG, new FileFacts.Absent()))).containsExactly(MANIFEST);
    }

    @Test
    void oneWhoseManifestChangesWithItIsRestartedAnyway() {
        assertThat(restarted(change(CONFIG, "old\n"), change(MANIFEST, "old: manifest\n")))
                .isEmpty();
    }

    @Test
    void modeAndOwnerAreNotRead() {
        assertThat(restarted(change(CONFIG, CONFIG.text()))).isEmpty();
    }

    @Test
    void scriptsAreReadEachTime() {
        var script = new Artifact("/etc/keepalived/check_apiserver.sh", FileMode.PRIVATE_SCRIPT, "exit 0\n");
        assertThat(restarted(change(script, "exit 1\n"))).isEmpty();
    }

    @Test
    void theMarkIsOneAnnotationMore() {
        assertThat(Restarts.marked(MANIFEST)).contains(manifest("""
                        apiVersion: "v1"
                        metadata:
                          annotations:
                            trivet.dev/config-hash: "12e3"
                            trivet.dev/restarting: "true"
                          name: "haproxy"
                        spec:
                          hostNetwork: true
                        """));
        assertThat(Restarts.marked(manifest("kind: Pod\n"))).contains(manifest("""
                        kind: "Pod"
                        metadata:
                          annotations:
                            trivet.dev/restarting: "true"
                        """));
    }

    @Test
    void whatIsNoManifestIsNotMarked() {
        assertThat(Restarts.marked(manifest("- a list\n"))).isEmpty();
        assertThat(Restarts.marked(manifest("metadata: none\n"))).isEmpty();
        assertThat(Restarts.marked(manifest("{ not yaml\n"))).isEmpty();
    }
}
