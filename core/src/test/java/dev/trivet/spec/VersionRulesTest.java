package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRulesTest {

    private static final String END_OF_LIFE = "version-end-of-life at kubernetesVersion";

    private final ClusterSpec minimal = ClusterSpecs.minimal();

    @Test
    void requiresAVersion() {
        assertThat(Violations.of(minimal.withKubernetesVersion(""))).containsExactly("required at kubernetesVersion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.35.0", "1.35.9", "v1.35.9", "1.36.0-rc.1", "1.36.0-beta.12", "1.36.0-alpha.0", "1.999.999"})
    void takesAFullVersion(String version) {
        assertThat(Violations.of(minimal.withKubernetesVersion(version))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.35",
                "1.35.9.1",
                "1.035.9",
                "1.35.09",
                "1.35.x",
                "2.0.0",
                "0.35.9",
                "V1.35.9",
                "latest",
                " 1.35.9",
                "1.35.9 ",
                "1.35.9-gamma.1",
                "1.35.9-rc",
                "1.35.9+k3s1",
                "1.1000.0",
                "1.35.1000",
                "1.-35.9",
                "1.35.٣"
            })
    void refusesAnotherText(String version) {
        assertThat(Violations.of(minimal.withKubernetesVersion(version)))
                .containsExactly("version-format at kubernetesVersion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.9.9", "1.19.0", "1.19.999"})
    void refusesAVersionBefore120(String version) {
        assertThat(Violations.of(minimal.withKubernetesVersion(version)))
                .containsExactly("version-supported at kubernetesVersion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.20.0", "1.20.15", "1.34.2", "v1.34.999"})
    void warnsOfAVersionAtItsEndOfLife(String version) {
        var spec = minimal.withKubernetesVersion(version);
        assertThat(Violations.of(spec)).containsExactly(END_OF_LIFE);
        assertThat(spec.validate().isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "V1BETA2, 1.20.0",
        "V1BETA2, 1.26.15",
        "V1BETA3, 1.22.0",
        "V1BETA3, 1.31.0",
        "V1BETA3, 1.36.9",
        "V1BETA4, 1.31.0",
        "V1BETA4, 1.35.9",
        "V1BETA4, 1.37.0"
    })
    void takesAConfigApiThatTheVersionReads(KubeadmApi api, String version) {
        assertThat(Violations.errorsOf(with(api, version))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "V1BETA2, 1.27.0",
        "V1BETA2, 1.35.9",
        "V1BETA3, 1.20.0",
        "V1BETA3, 1.21.14",
        "V1BETA3, 1.37.0",
        "V1BETA4, 1.20.0",
        "V1BETA4, 1.30.14"
    })
    void refusesAConfigApiThatTheVersionDoesNotRead(KubeadmApi api, String version) {
        assertThat(Violations.errorsOf(with(api, version))).containsExactly("config-api at kubeadm.configApi");
    }

    @Test
    void holdsNoConfigApiAgainstAVersionThatIsRefusedAnyway() {
        assertThat(Violations.of(with(KubeadmApi.V1BETA4, "1.19.16")))
                .containsExactly("version-supported at kubernetesVersion");
        assertThat(Violations.of(with(KubeadmApi.V1BETA2, "1.35")))
                .containsExactly("version-format at kubernetesVersion");
    }

    @Test
    void refusesTwoFamiliesBefore121() {
        var dual = Specs.dualStack();
        assertThat(Violations.of(dual.withKubernetesVersion("1.20.15")))
                .containsExactly(END_OF_LIFE, "dual-stack-version at kubernetesVersion");
        assertThat(Violations.of(dual.withKubernetesVersion("1.21.0"))).containsExactly(END_OF_LIFE);
        assertThat(Violations.of(dual)).isEmpty();
    }

    @Test
    void takesOneFamilyBefore121() {
        assertThat(Violations.of(Specs.ipv6().withKubernetesVersion("1.20.15"))).containsExactly(END_OF_LIFE);
    }

    private ClusterSpec with(KubeadmApi api, String version) {
        return minimal.withKubernetesVersion(version)
                .withKubeadm(minimal.kubeadm().withConfigApi(api));
    }
}
