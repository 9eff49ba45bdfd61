package com.example.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecCheckTest {

    private static final String SPEC = """
            apiVersion: trivet.dev/v1alpha1
            kind: ControlPlane
            name: edge
            kubernetesVersion: 1.35.9
            virtualIp: {address: 192.168.1.50/24, interface: eth0}
            masters:
              - {name: m1, address: 192.168.1.141}
              - {name: m2, address: 192.168.1.142}
              - {name: m3, address: 192.168.1.143}
            """;

    @Test
    void hasNothingAgainstAGoodSpec() {
        assertThat(SpecCheck.complaints(SPEC)).isEmpty();
    }

    @Test
    void namesRuleAndPlace() {
        assertThat(SpecCheck.complaints(SPEC.replace("1.142", "1.141")))
                .containsExactly("ERROR masters[1].address ADDRESS_UNIQUE");
        assertThat(SpecCheck.complaints("masters: [")).hasSize(1);
    }

    /** The pom holds the same against Maven's own list. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.fabric8.kubernetes.api.model.Pod",
                "com.jcraft.jsch.JSch",
                "dev.trivet.render.Renderers",
                "dev.trivet.ssh.SshExecutor",
                "org.slf4j.Logger",
                "org.immutables.value.Value"
            })
    void hasNeitherKubernetesTypesNorSshOnItsClassPath(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }
}
