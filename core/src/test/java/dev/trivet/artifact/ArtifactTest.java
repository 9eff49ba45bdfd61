package dev.trivet.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/a", "/etc/haproxy/haproxy.cfg", "/_x/1.2-3_4", "/etc/kubernetes/manifests/keepalived.yaml"})
    void takesAnAbsolutePathOfPlainNames(String path) {
        assertThat(new Artifact(path, FileMode.PUBLIC, "").path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "a",
                "etc/a",
                "/etc/",
                "//etc",
                "/etc//a",
                "/etc/..",
                "/../a",
                "/etc/./a",
                "/etc/.hidden",
                "/etc/-x",
                "/etc/a b",
                "/etc/a\n",
                "/etc/ä",
                "/etc/a\\b",
                "/etc/$(a)",
                "C:/a",
                "/etc/a:b"
            })
    void refusesAnotherPath(String path) {
        assertThatThrownBy(() -> new Artifact(path, FileMode.PUBLIC, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("artifact path " + path);
    }

    @Test
    void isUtf8() {
        var artifact = new Artifact("/a", FileMode.PUBLIC, "Zürich\n");
        assertThat(artifact.bytes()).isEqualTo("Zürich\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void showsItsModeAndPathButNotItsText() {
        assertThat(new Artifact("/etc/a", FileMode.PRIVATE, "secret")).hasToString("0600 /etc/a");
    }

    @Test
    void knowsThePlaceholdersInItsText() {
        assertThat(new Artifact("/a", FileMode.PRIVATE, "token: x").placeholders())
                .isEmpty();
        assertThat(new Artifact("/a", FileMode.PRIVATE, "@bootstrap-token").placeholders())
                .isEmpty();
        assertThat(new Artifact("/a", FileMode.PRIVATE, "a @ca-cert-hash@ b @bootstrap-token@").placeholders())
                .containsExactly(Placeholder.BOOTSTRAP_TOKEN, Placeholder.CA_CERT_HASH);
        assertThat(new Artifact("/a", FileMode.PRIVATE, "@certificate-key@@certificate-key@").placeholders())
                .containsExactly(Placeholder.CERTIFICATE_KEY);
    }
}
