package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRulesTest {

    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haproxy",
                "haproxy:3.2",
                "library/haproxy",
                "registry.example/infra/haproxy:3.2",
                "localhost:5000/x",
                "registry.example:5000/a/b-c__d.e_f:V-1._x",
                "[fd00::1]:5000/haproxy",
                "REGISTRY.example/haproxy"
            })
    void takesAPinnedImage(String image) {
        assertThat(Violations.of(withHaproxy(image + DIGEST))).isEmpty();
        assertThat(Violations.of(withKeepalived(image + DIGEST))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"haproxy", "haproxy:3.2", "registry.example:5000/haproxy:3.2", "osixia/keepalived:2.0.20"})
    void warnsOfAnImageThatCanBeMoved(String image) {
        assertThat(Violations.of(withHaproxy(image))).containsExactly("image-pinned at haproxy.image");
        assertThat(Violations.of(withKeepalived(image))).containsExactly("image-pinned at keepalived.image");
        assertThat(withHaproxy(image).validate().isValid()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("noReferences")
    void refusesAnotherText(String image) {
        assertThat(Violations.of(withHaproxy(image))).containsExactly("image-format at haproxy.image");
        assertThat(Violations.of(withKeepalived(image))).containsExactly("image-format at keepalived.image");
    }

    static Stream<String> noReferences() {
        return Stream.of(
                "",
                " haproxy",
                "haproxy:3.2 ",
                "haproxy:3.2\n",
                "HAProxy:3.2",
                "haproxy:",
                "haproxy:-3",
                "/haproxy",
                "haproxy/",
                "a//b",
                "haproxy:3.2:1",
                "a..b",
                "-a",
                "a-",
                "registry.example:123456/x",
                "häproxy",
                "haproxy@sha256:0123",
                "haproxy@md5:" + "0".repeat(64),
                "haproxy" + DIGEST.toUpperCase(Locale.ROOT),
                "haproxy" + DIGEST + "0",
                "haproxy:" + "a".repeat(129),
                "https://registry.example/haproxy");
    }

    @Test
    void takesATagOf128Characters() {
        assertThat(Violations.of(withHaproxy("x:" + "a".repeat(128) + DIGEST))).isEmpty();
    }

    @Test
    void takes255CharactersAndNoMore() {
        var longest = "a".repeat(255 - DIGEST.length());
        assertThat(Violations.of(withHaproxy(longest + DIGEST))).isEmpty();
        assertThat(Violations.of(withHaproxy(longest + "a" + DIGEST))).containsExactly("image-format at haproxy.image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "osixia/keepalived:1.3.5-1",
                "docker.io/osixia/keepalived:1.4.5",
                "mirror.example:5000/hub/osixia/keepalived:1.3.5-1",
                "osixia/keepalived:1.0"
            })
    void warnsOfKeepalivedWithoutCurl(String image) {
        assertThat(Violations.of(withKeepalived(image))).containsExactly("image-unfit at keepalived.image");
        assertThat(Violations.of(withKeepalived(image + DIGEST))).containsExactly("image-unfit at keepalived.image");
        assertThat(withKeepalived(image).validate().isValid()).isTrue();
    }

    @Test
    void doesNotMistakeOtherImagesForTheOneWithoutCurl() {
        assertThat(Violations.of(withKeepalived("osixia/keepalived:2.0.20" + DIGEST)))
                .isEmpty();
        assertThat(Violations.of(withKeepalived("osixia/keepalived:10.1" + DIGEST)))
                .isEmpty();
        assertThat(Violations.of(withKeepalived("mirror.example/notosixia/keepalived:1.3.5" + DIGEST)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haproxy:2.4.30",
                "docker.io/haproxy:2.1.4",
                "mirror.example/library/haproxy:2.1",
                "mirror.example/haproxy:2.4",
                "library/haproxy:1.9",
                "haproxy:2.4-alpine"
            })
    void warnsOfHaproxyThatDoesNotKnowGrace(String image) {
        assertThat(Violations.of(withHaproxy(image + DIGEST))).containsExactly("image-unfit at haproxy.image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haproxy:2.5",
                "haproxy:2.10",
                "haproxy:3.2",
                "mirror.example/haproxy:2.5",
                "haproxytech/haproxy:1.0"
            })
    void takesHaproxyThatMayKnowIt(String image) {
        assertThat(Violations.of(withHaproxy(image + DIGEST))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void takesARepositoryOfImages(String repository) {
        assertThat(Violations.of(withRepository(repository))).isEmpty();
    }

    static Stream<String> takesARepositoryOfImages() {
        return Stream.of(
                "registry.k8s.io",
                "registry.example/k8s",
                "registry.example:5000",
                "registry.example:5000/k8s/mirror",
                "k8s",
                "a".repeat(255));
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnotherRepository(String repository) {
        assertThat(Violations.of(withRepository(repository)))
                .containsExactly("image-format at kubeadm.imageRepository");
    }

    static Stream<String> refusesAnotherRepository() {
        return Stream.of(
                "",
                "registry.example/k8s:v1",
                "registry.example/k8s" + DIGEST,
                "https://registry.example",
                "registry.example/",
                "registry.example/K8s",
                "a b",
                "a".repeat(256),
                "a.".repeat(500_000) + "a");
    }

    @Test
    void readsAVeryLongTextWithoutRunningOutOfStack() {
        assertThat(Violations.of(withHaproxy("a.".repeat(500_000) + "a")))
                .containsExactly("image-format at haproxy.image");
    }

    private static ClusterSpec withHaproxy(String image) {
        return ClusterSpecs.minimal().withHaproxy(Haproxy.defaults().withImage(image));
    }

    private static ClusterSpec withKeepalived(String image) {
        return ClusterSpecs.minimal().withKeepalived(Keepalived.defaults().withImage(image));
    }

    private static ClusterSpec withRepository(String repository) {
        return ClusterSpecs.minimal().withKubeadm(Kubeadm.defaults().withImageRepository(repository));
    }
}
