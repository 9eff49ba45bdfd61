package com.example.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.rack.InMemoryExecutor;
import dev.trivet.render.Renderers;
import dev.trivet.spec.ClusterYaml;
import dev.trivet.spec.TrivetException;
import dev.trivet.ssh.HostKeys;
import dev.trivet.ssh.SshExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapperTest {

    @TempDir
    Path folder;

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
    void bootstrapsARack() {
        var rack = InMemoryExecutor.of(ClusterYaml.read(SPEC).validate().orThrow());
        new Bootstrapper(SPEC).run(rack).orThrow();
        assertThat(rack.isServed()).isTrue();
    }

    /** As far as to the SSH library, which finds that the key is none. */
    @Test
    void asksForAKeyBeforeItAsksAMaster() throws IOException {
        var key = Files.writeString(folder.resolve("key"), "no key\n");
        var known = HostKeys.pinned("192.168.1.141", "SHA256:" + "A".repeat(43));
        var tool = new Bootstrapper(SPEC);
        assertThatThrownBy(() -> tool.runOverSsh(key, known))
                .isInstanceOf(TrivetException.class)
                .hasMessageContaining(key.toString());
    }

    @Test
    void takesEverythingFromNamedModules() {
        assertThat(Bootstrapper.class.getModule().getName()).isEqualTo("com.example.modules");
        assertThat(ClusterYaml.class.getModule().getName()).isEqualTo("dev.trivet.core");
        assertThat(Renderers.class.getModule().getName()).isEqualTo("dev.trivet.render");
        assertThat(SshExecutor.class.getModule().getName()).isEqualTo("dev.trivet.ssh");
    }
}
