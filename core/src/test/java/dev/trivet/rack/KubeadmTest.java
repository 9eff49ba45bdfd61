package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.FileMode;
import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.FollowResult;
import dev.trivet.exec.Job;
import dev.trivet.exec.StartResult;
import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.Fault;
import dev.trivet.plan.JobNames;
import dev.trivet.plan.JobStatus;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeadmTest {

    private static final String CONFIG = "/run/trivet/join/kubeadm-join.yaml";

    private final Cluster cluster = Racks.cluster(3);
    private final InMemoryExecutor rack = InMemoryExecutor.of(cluster);
    private final List<String> lines = new ArrayList<>();

    @Test
    void initNeedsTheBalancerForItsEndpoint() {
        rack.machine("m1").write("/etc/trivet/kubeadm-init.yaml", FileMode.PRIVATE, "");

        assertThat(init()).isEqualTo(new JobStatus.Ended(1));
        assertThat(lines).anyMatch(line -> line.contains("error execution phase wait-control-plane: could not"));
        assertThat(rack.machine("m1").pods()).contains("etcd", "kube-apiserver").doesNotContain("haproxy");
    }

    @Test
    void aKilledInitMeetsItsOwnLeavings() {
        putFiles("m1");
        rack.after(Duration.ofMillis(6500), () -> rack.machine("m1").kill(JobNames.INIT));
        assertThat(init()).isEqualTo(new JobStatus.Lost());

        assertThat(init()).isEqualTo(new JobStatus.Ended(1));
        assertThat(lines)
                .contains("\t[ERROR FileAvailable--etc-kubernetes-manifests-etcd.yaml]: "
                        + "/etc/kubernetes/manifests/etcd.yaml already exists")
                .anyMatch(line -> line.startsWith("error execution phase preflight"));

        assertThat(init("--ignore-preflight-errors=all")).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(lines).contains("[certs] Using existing ca certificate authority");
        assertThat(rack.counts().inits()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "PT29M, Ended[exitCode=0], This node has joined",
        "PT31M, Ended[exitCode=1], Unauthorized",
        "PT3H, Ended[exitCode=1], Unauthorized"
    })
    void tokensExpire(Duration waited, String status, String line) {
        bootstrapFirst();
        putJoinConfig(
                minted("token", "create", "--ttl", "30m"), minted("init", "phase", "upload-certs", "--upload-certs"));
        rack.pass(waited);

        assertThat(join("m2")).hasToString(status);
        assertThat(lines).anyMatch(text -> text.contains(line));
    }

    @Test
    void theCertificatesKeyExpires() {
        bootstrapFirst();
        putJoinConfig(
                minted("token", "create", "--ttl", "24h"), minted("init", "phase", "upload-certs", "--upload-certs"));
        rack.pass(Duration.ofHours(3));

        assertThat(join("m2")).isEqualTo(new JobStatus.Ended(1));
        assertThat(lines).anyMatch(line -> line.contains("This Secret might have expired"));
    }

    @Test
    void anotherCaIsNotJoined() {
        bootstrapFirst();
        putJoinConfig(minted("token", "create"), "0", "sha256:" + "0".repeat(64));

        assertThat(join("m2")).isEqualTo(new JobStatus.Ended(1));
        assertThat(lines).anyMatch(line -> line.contains("none of the public keys"));
    }

    @Test
    void joinWaitsForACluster() {
        bootstrapFirst();
        putJoinConfig(minted("token", "create"), minted("init", "phase", "upload-certs", "--upload-certs"));
        rack.fail(new Fault("m1", Component.API_SERVER, Condition.DOWN));
        rack.after(Duration.ofMinutes(2), () -> rack.fail(new Fault("m1", Component.API_SERVER, Condition.UP)));

        assertThat(join("m2")).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aJobRunsOnceAtATime() {
        putFiles("m1");
        var job = new Job(JobNames.INIT, List.of("kubeadm", "init", "--config", "/none"), List.of());

        assertThat(rack.start(master("m1"), job)).isEqualTo(new StartResult.Started());
        assertThat(rack.start(master("m1"), job)).isEqualTo(new StartResult.AlreadyRunning());
        assertThat(rack.follow(master("m2"), JobNames.INIT, 0, Duration.ofSeconds(1), lines::add))
                .isEqualTo(new FollowResult.NeverStarted());
    }

    @Test
    void aJobIsStartedOnceARunAndForgetsHowOthersEnded() {
        var other = new Job("other", List.of("sleep", "1"), List.of()).asRun("a");
        var ended = new FollowResult.Seen(new JobStatus.Ended(1));

        assertThat(rack.start(master("m1"), other)).isEqualTo(new StartResult.Started());
        assertThat(rack.follow(master("m1"), "other", 0, Duration.ofSeconds(5), lines::add))
                .isEqualTo(ended);
        int written = lines.size();
        assertThat(rack.start(master("m1"), other)).isEqualTo(new StartResult.Started());
        assertThat(rack.follow(master("m1"), "other", written, Duration.ofSeconds(5), lines::add))
                .isEqualTo(ended);
        assertThat(lines).hasSize(written);
        rack.start(master("m1"), new Job("third", List.of("sleep", "1"), List.of()));
        assertThat(rack.follow(master("m1"), "other", 0, Duration.ofSeconds(5), lines::add))
                .isEqualTo(new FollowResult.NeverStarted());
    }

    @Test
    void whatIsNotSimulatedSaysSo() {
        assertThat(run("m1", "uname", "-a").exitCode()).isEqualTo(127);
        assertThat(run("m1", "kubeadm", "reset").errors()).contains("not simulated");
        assertThat(run("m1", "kubeadm", "token", "list").errors()).contains("failed to load admin kubeconfig");
        assertThat(run("m1", "cat", "/none").exitCode()).isOne();
        assertThat(run("m1", "kubeadm", "version", "-o", "short").output()).isEqualTo("v1.35.9\n");
        rack.start(master("m1"), new Job("other", List.of("sleep", "1"), List.of()));
        assertThat(rack.follow(master("m1"), "other", 0, Duration.ofSeconds(5), lines::add))
                .isEqualTo(new FollowResult.Seen(new JobStatus.Ended(1)));
    }

    private void bootstrapFirst() {
        putFiles("m1");
        assertThat(init()).isEqualTo(JobStatus.SUCCEEDED);
        putFiles("m2");
    }

    private void putFiles(String master) {
        Racks.artifacts(cluster)
                .of(master)
                .forEach(file -> rack.machine(master).write(file.path(), file.mode(), file.text()));
    }

    private String minted(String... arguments) {
        return run("m1", "kubeadm", arguments).output().lines().reduce("", (earlier, last) -> last);
    }

    private void putJoinConfig(String token, String key) {
        var pinned = Racks.facts(rack, cluster, "m1").kubeadm().authority().orElseThrow();
        putJoinConfig(token, key, pinned.hash());
    }

    private void putJoinConfig(String token, String key, String hash) {
        var text = "token: " + token + "\ncertificateKey: " + key + "\ncaCertHashes:\n- " + hash + "\n";
        rack.machine("m2").write(CONFIG, FileMode.PRIVATE, text);
    }

    private JobStatus init(String... more) {
        var words = new ArrayList<>(List.of("kubeadm", "init", "--config", "/etc/trivet/kubeadm-init.yaml"));
        words.addAll(List.of(more));
        return ended("m1", new Job(JobNames.INIT, words, List.of()));
    }

    private JobStatus join(String master) {
        var words = List.of("kubeadm", "join", "--config", CONFIG);
        return ended(master, new Job(JobNames.JOIN, words, List.of(CONFIG)));
    }

    private JobStatus ended(String master, Job job) {
        rack.start(master(master), job);
        var result = rack.follow(master(master), job.name(), 0, Duration.ofMinutes(30), lines::add);
        return ((FollowResult.Seen) result).status();
    }

    private CommandResult.Finished run(String master, String program, String... arguments) {
        return (CommandResult.Finished) rack.run(master(master), Command.of(program, arguments), line -> {});
    }

    private Master master(String name) {
        return Racks.master(cluster, name);
    }
}
