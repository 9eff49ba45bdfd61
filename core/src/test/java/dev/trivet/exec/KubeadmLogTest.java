package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.plan.JobStatus;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeadmLogTest {

    private static final Job INIT = new Job("kubeadm-init", List.of("kubeadm", "init"), List.of());

    private static Failure explain(String... lines) {
        return new KubeadmLog(List.of(lines)).explain("m1", INIT, new JobStatus.Ended(1));
    }

    @Test
    void tellsThePhaseTheCauseAndTheLinesThatMatter() {
        var failure = explain(
                "[init] Using Kubernetes version: v1.34.2",
                "[preflight] Running pre-flight checks",
                "\t[WARNING Hostname]: hostname \"m1\" could not be reached",
                "error execution phase preflight: [preflight] Some fatal errors occurred:",
                "\t[ERROR Port-10250]: Port 10250 is in use",
                "[preflight] If you know what you are doing, you can make a check non-fatal",
                "To see the stack trace of this error execute with --v=5 or higher");
        assertThat(failure.problem()).isEqualTo("m1: kubeadm init ended with 1");
        assertThat(failure.phase()).contains("preflight");
        assertThat(failure.remedy()).startsWith("a port is taken");
        assertThat(failure.lastLines())
                .containsExactly(
                        "error execution phase preflight: [preflight] Some fatal errors occurred:",
                        "[ERROR Port-10250]: Port 10250 is in use");
        assertThat(failure.toString()).contains("(in phase preflight); a port", "\n    [ERROR Port-10250]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ERROR Swap]: running with swap on is not supported | swapoff",
                "[ERROR CRI]: container runtime is not running | start it",
                "[ERROR ImagePull]: failed to pull image registry.k8s.io/pause:3.10 | registry",
                "[ERROR FileAvailable--etc-kubernetes-manifests-etcd.yaml]: it already exists | whose they are",
                "[ERROR DirAvailable--var-lib-etcd]: /var/lib/etcd is not empty | whose they are",
                "x509: certificate has expired or is not yet valid: current time 2020 is before 2026 | NTP",
                "[kubelet-check] The kubelet isn't running or healthy. | journalctl -u kubelet",
                "error: etcd cluster is not healthy: failed to dial endpoint https://10.0.0.1:2379 | remove a dead one",
                "[kubelet-check] The kubelet is not healthy after 4m0.000s | journalctl -u kubelet",
                "timed out waiting for the condition | crictl ps -a",
                "a Node with name \"m4\" and status \"Ready\" already exists in the cluster | kubectl delete node",
                "something that nobody has seen yet | /var/lib/trivet/jobs/kubeadm-init/log"
            })
    void knowsTheRemedy(String line, String remedy) {
        assertThat(explain("[certs] Generating", line).remedy()).contains(remedy);
    }

    /** kubeadm lists the kubelet among the likely causes of every time-out. */
    @Test
    void doesNotBlameAKubeletThatIsWell() {
        var failure = explain(
                "[kubelet-check] Waiting for a healthy kubelet at http://127.0.0.1:10248/healthz. This can take up to 4m0s",
                "[kubelet-check] The kubelet is healthy after 501.1ms",
                "\t\ttimed out waiting for the condition",
                "\tThis error is likely caused by:",
                "\t\t- The kubelet is not running");
        assertThat(failure.remedy()).contains("crictl ps -a");
    }

    @Test
    void tellsTheLastPhaseSpokenOfWhereNoneIsNamed() {
        assertThat(explain("[certs] Generating", "[kubeconfig] Writing", "Killed")
                        .phase())
                .contains("kubeconfig");
        assertThat(explain().phase()).isEmpty();
        assertThat(explain().lastLines()).isEmpty();
    }

    @Test
    void tellsTheLastLinesWhereNoneSeemsToMatter() {
        var lines = IntStream.range(0, 20).mapToObj(i -> "line " + i).toList();
        var failure = new KubeadmLog(lines).explain("m2", INIT, new JobStatus.Lost());
        assertThat(failure.problem()).isEqualTo("m2: kubeadm init was killed, or its machine was restarted");
        assertThat(failure.lastLines()).hasSize(8).startsWith("line 12").endsWith("line 19");
    }

    @Test
    void tellsNoSecret() {
        var secrets = Stream.of("abcdef.0123456789abcdef", "0123456789abcdef".repeat(4));
        secrets.forEach(secret ->
                assertThat(explain("error: failed with " + secret).toString()).doesNotContain(secret));
    }
}
