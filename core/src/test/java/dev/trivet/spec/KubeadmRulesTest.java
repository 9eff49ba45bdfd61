package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubeadmRulesTest {

    private final ClusterSpec minimal = ClusterSpecs.minimal();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unix:///run/containerd/containerd.sock",
                "/var/run/crio/crio.sock",
                "/s",
                "unix:///_run/-x/a.b_c-d"
            })
    void takesAnAbsolutePathAsSocket(String socket) {
        assertThat(Violations.of(withSocket(socket))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "containerd.sock", "unix://run/x.sock", "unix:/run/x.sock", "tcp://10.0.0.1:1", "/run//x",
                "/run/../x", "/run/.x", "/run/x/", "/run/x y", "/run/x\n", "/run/ü", "/run/$(x)"
            })
    void refusesAnotherSocket(String socket) {
        assertThat(Violations.of(withSocket(socket))).containsExactly("cri-socket at kubeadm.criSocket");
    }

    @Test
    void readsAVeryLongSocketWithoutRunningOutOfStack() {
        assertThat(Violations.of(withSocket("/a".repeat(500_000)))).isEmpty();
        assertThat(Violations.of(withSocket("/a".repeat(500_000) + "/")))
                .containsExactly("cri-socket at kubeadm.criSocket");
    }

    @ParameterizedTest
    @MethodSource
    void takesTheNameOfACheck(String check) {
        assertThat(Violations.of(withChecks(check))).isEmpty();
    }

    static Stream<String> takesTheNameOfACheck() {
        return Stream.of("Swap", "Port-10250", "allowed", "FileAvailable--etc-kubernetes-x.yaml", "a".repeat(128));
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnotherCheck(String check) {
        assertThat(Violations.of(withChecks(check)))
                .containsExactly("preflight-check at kubeadm.ignorePreflightErrors[0]");
    }

    static Stream<String> refusesAnotherCheck() {
        return Stream.of("", "Swap,NumCPU", "-Swap", "Swap ", "Sw ap", "Swap\n", "$(x)", "a".repeat(129));
    }

    /** kubeadm: 'all' cannot be used in configuration file. */
    @ParameterizedTest
    @ValueSource(strings = {"all", "ALL", "All"})
    void refusesAllWhichKubeadmTakesOnItsCommandLineOnly(String all) {
        assertThat(withChecks("Swap", all).validate().violations())
                .extracting(Violation::toString)
                .containsExactly("error: kubeadm.ignorePreflightErrors[1] = " + all
                        + ": is refused by kubeadm in a configuration file; name the checks, such as Swap or Port-10250"
                        + " [preflight-check]");
    }

    @Test
    void namesEveryCheckThatItRefuses() {
        assertThat(Violations.of(withChecks("", "Swap", "a b")))
                .containsExactly(
                        "preflight-check at kubeadm.ignorePreflightErrors[0]",
                        "preflight-check at kubeadm.ignorePreflightErrors[2]");
    }

    private ClusterSpec withSocket(String socket) {
        return minimal.withKubeadm(minimal.kubeadm().withCriSocket(socket));
    }

    private ClusterSpec withChecks(String... checks) {
        return minimal.withKubeadm(minimal.kubeadm().withIgnorePreflightErrors(checks));
    }
}
