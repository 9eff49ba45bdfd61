package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static List<String> titles(Plan plan) {
        return plan.steps().stream().map(Step::title).toList();
    }

    @Test
    void bootstrapsBareMachines() {
        var plan = SeenRack.bare().plan();
        assertThat(plan.blockers()).isEmpty();
        assertThat(titles(plan))
                .containsExactly(
                        "m1: put 6 files",
                        "m2: put 6 files",
                        "m3: put 6 files",
                        "m1: pull Kubernetes' and the balancer's images",
                        "m2: pull Kubernetes' and the balancer's images",
                        "m3: pull Kubernetes' and the balancer's images",
                        "m1: run kubeadm init",
                        "m2: run kubeadm join",
                        "m3: run kubeadm join",
                        "verify the control plane through 192.168.1.50:8443");
    }

    @Test
    void pullsWhileAnotherMasterInitialises() {
        var plan = SeenRack.bare().plan();
        var init = plan.steps().get(6);
        assertThat(plan.before(init))
                .extracting(Step::title)
                .containsExactly(
                        "m1: put 6 files",
                        "m2: put 6 files",
                        "m3: put 6 files",
                        "m1: pull Kubernetes' and the balancer's images");
        assertThat(plan.before(plan.steps().get(8)))
                .extracting(Step::title)
                .contains(
                        "m3: pull Kubernetes' and the balancer's images",
                        "m1: run kubeadm init",
                        "m2: run kubeadm join");
    }

    @Test
    void hasNothingToDoOnAFinishedCluster() {
        var plan = SeenRack.running().plan();
        assertThat(plan.isEmpty()).as(plan.describe()).isTrue();
        assertThat(plan.describe()).contains("nothing to do");
    }

    @Test
    void verifiesWhatIsCompleteButNotWell() {
        var plan = SeenRack.running().with("m2", m -> m.apiReady = Answer.NO).plan();
        assertThat(titles(plan)).containsExactly("verify the control plane through 192.168.1.50:8443");
    }

    @Test
    void continuesInitWithoutTheChecksThatItsLeavingsBreak() {
        var plan = SeenRack.bare().with("m1", m -> m.broken(JobNames.INIT)).plan();
        var init = (Step.InitCluster) plan.steps().get(6);
        assertThat(init.continuation()).isEqualTo(Continuation.AGAIN);
        assertThat(init.ignoredChecks())
                .contains(
                        "FileAvailable--etc-kubernetes-manifests-etcd.yaml",
                        "DirAvailable--var-lib-etcd",
                        "Port-6443",
                        "Port-2380")
                .doesNotContain("FileAvailable--etc-kubernetes-manifests-kube-apiserver.yaml");
    }

    @Test
    void waitsForAJobThatRuns() {
        var plan = SeenRack.running()
                .with("m3", m -> m.jobs.put(JobNames.JOIN, new JobStatus.Running()))
                .plan();
        assertThat(titles(plan)).startsWith("m3: wait for kubeadm join");
    }

    @Test
    void leavesTheBalancerUnderAKubeadmThatRunsUntilItHasEnded() {
        var rack = SeenRack.running().with("m3", m -> m.jobs.put(JobNames.JOIN, new JobStatus.Running()));
        rack.with("m3", m -> m.put(rack.artifacts.of("m3", NodeFiles.HAPROXY_CONFIG), "global\n"));
        rack.with("m3", m -> m.images.remove("haproxy:3.2"));
        rack.with("m3", m -> m.files.put(NodeFiles.KEEPALIVED_MANIFEST, new FileFacts.Absent()));
        rack.with("m3", m -> m.put(rack.artifacts.of("m3", NodeFiles.KUBEADM_JOIN), "kind: Other\n"));
        assertThat(titles(rack.plan()))
                .containsExactly(
                        "m3: put 2 files",
                        "m3: pull haproxy:3.2",
                        "m3: wait for kubeadm join",
                        "m3: change 1 file of the running load balancer",
                        "verify the control plane through 192.168.1.50:8443");
        assertThat(((Step.PutFiles) rack.plan().steps().get(0)).changes())
                .extracting(change -> change.artifact().path())
                .containsExactlyInAnyOrder(NodeFiles.KEEPALIVED_MANIFEST, NodeFiles.KUBEADM_JOIN);
    }

    @Test
    void joinsWhereAnyMasterHasTheCluster() {
        var rack = SeenRack.bare();
        rack.plan().steps().stream().limit(7).forEach(rack::perform);
        assertThat(titles(rack.plan())).contains("m2: run kubeadm join").noneMatch(title -> title.contains("init"));
    }

    @Test
    void rollsTheHolderLast() {
        var rack = SeenRack.running();
        rack.withAll(m -> m.put(rack.artifacts.of(m.master.name(), "/etc/haproxy/haproxy.cfg"), "global\n"));
        assertThat(titles(rack.plan()))
                .containsExactly(
                        "m2: change 1 file of the running load balancer",
                        "m3: change 1 file of the running load balancer",
                        "m1: change 1 file of the running load balancer",
                        "verify the control plane through 192.168.1.50:8443");
    }

    @Test
    void pullsWhatIsMissingBeforeItRolls() {
        var rack = SeenRack.running();
        rack.withAll(m -> m.put(rack.artifacts.of(m.master.name(), "/etc/haproxy/haproxy.cfg"), "global\n"));
        rack.with("m2", m -> m.images.remove("haproxy:3.2"));
        assertThat(titles(rack.plan()))
                .startsWith("m2: pull haproxy:3.2", "m2: change 1 file of the running load balancer");
        var pull = (Step.PullImages) SeenRack.bare()
                .with("m1", m -> m.images.add("haproxy:3.2"))
                .plan()
                .steps()
                .get(3);
        assertThat(pull.images()).containsExactly("osixia/keepalived:2.0.20");
    }

    @Test
    void mendsAFileThatNothingRunsOnWithoutRolling() {
        var rack = SeenRack.running();
        rack.with("m2", m -> m.files.put(NodeFiles.KUBEADM_JOIN, new FileFacts.Absent()));
        assertThat(titles(rack.plan())).startsWith("m2: put 1 file of kubeadm's, which changes nothing that runs");
    }

    @Test
    void showsWhatChangesAndNoPassword() {
        var rack = SeenRack.running();
        var artifact = rack.artifacts.of("m2", NodeFiles.KEEPALIVED_CONFIG);
        rack.with("m2", m -> m.put(artifact, artifact.text() + "    auth_pass geheim\n"));
        assertThat(rack.plan().describe())
                .contains("--- /etc/keepalived/keepalived.conf", "-    auth_pass ********")
                .doesNotContain("geheim");
    }

    @Test
    void letsNoMasterSteerTheTerminal() {
        var rack = SeenRack.running();
        var artifact = rack.artifacts.of("m2", NodeFiles.KEEPALIVED_CONFIG);
        rack.with("m2", m -> m.put(artifact, artifact.text() + "! \u001b[2J\n"));
        assertThat(rack.plan().describe()).contains("-! \\u{1b}[2J").doesNotContain("\u001b");
    }

    @Test
    void speaksJson() {
        assertThat(SeenRack.bare().plan().toJson())
                .contains(
                        "\"cluster\" : \"edge\"",
                        "\"kind\" : \"InitCluster\"",
                        "\"path\" : \"/etc/haproxy/haproxy.cfg\"");
        assertThat(SeenRack.bare()
                        .with("m1", m -> m.swapping = Answer.YES)
                        .plan()
                        .toJson())
                .contains("\"kind\" : \"swap\"", "\"master\" : \"m1\"");
    }
}
