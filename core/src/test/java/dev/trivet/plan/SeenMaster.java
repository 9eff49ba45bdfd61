package dev.trivet.plan;

import dev.trivet.artifact.Artifact;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.IpAddress;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A master as it is seen, to be changed at will: bare and fit at first. */
final class SeenMaster {

    static final Authority AUTHORITY = new Authority("pem", "sha256:" + "a".repeat(64));

    final Cluster cluster;
    final Master master;
    String machineId;
    final List<Identity.LocalAddress> addresses = new ArrayList<>();
    Answer swapping = Answer.NO;
    final Set<String> missingCommands = new HashSet<>();
    final Map<String, String> kernel = new HashMap<>();
    final Map<String, FileFacts> files = new HashMap<>();
    Optional<String> kubeadm;
    final Set<String> leavings = new HashSet<>();
    Optional<Authority> authority = Optional.empty();
    Optional<String> endpoint = Optional.empty();
    Answer marked = Answer.UNKNOWN;
    final List<ActivityFacts.Listener> listeners = new ArrayList<>();
    final List<ActivityFacts.RunningProcess> processes = new ArrayList<>();
    final Map<String, JobStatus> jobs = new HashMap<>();
    Answer runtime = Answer.YES;
    final Set<String> images = new HashSet<>();
    Answer apiReady = Answer.NO;
    Answer balancerReady = Answer.NO;
    Answer etcdHealthy = Answer.NO;
    final List<EtcdFacts.Member> members = new ArrayList<>();
    FrontFacts front = new FrontFacts(Answer.NO, Optional.empty(), FrontFacts.Kind.NOT_READY);
    Duration ahead = Duration.ZERO;
    Optional<String> silent = Optional.empty();

    SeenMaster(Cluster cluster, Master master) {
        this.cluster = cluster;
        this.master = master;
        machineId = "id-of-" + master.name();
        for (IpAddress address : master.addresses()) {
            addresses.add(new Identity.LocalAddress(master.networkInterface(), address.toString()));
        }
        kernel.put("net/ipv4/ip_forward", "1");
        kernel.put("net/ipv6/conf/default/forwarding", "1");
        kernel.put("net/bridge/bridge-nf-call-iptables", "1");
        kubeadm = Optional.of(cluster.kubernetesVersion().toString());
    }

    /** As after init or join. */
    SeenMaster complete() {
        leavings.addAll(Set.of("/etc/kubernetes/admin.conf", "/var/lib/etcd"));
        authority = Optional.of(AUTHORITY);
        endpoint = Optional.of("https://" + cluster.endpoint());
        marked = Answer.YES;
        apiReady = Answer.YES;
        balancerReady = Answer.YES;
        etcdHealthy = Answer.YES;
        images.addAll(List.of(cluster.images().haproxy(), cluster.images().keepalived()));
        front = new FrontFacts(Answer.YES, Optional.empty(), FrontFacts.Kind.READY);
        return this;
    }

    /** As after init or join of ours that was killed. */
    SeenMaster broken(String job) {
        leavings.addAll(Set.of("/etc/kubernetes/manifests/etcd.yaml", "/etc/kubernetes/pki/ca.crt", "/var/lib/etcd"));
        authority = Optional.of(AUTHORITY);
        jobs.put(job, new JobStatus.Lost());
        return this;
    }

    void put(Artifact artifact) {
        put(artifact, Optional.empty());
    }

    void put(Artifact artifact, String otherText) {
        var other = new Artifact(artifact.path(), artifact.mode(), otherText);
        put(other, Optional.of(otherText));
    }

    private void put(Artifact artifact, Optional<String> text) {
        var mode = Integer.toOctalString(artifact.mode().bits());
        files.put(artifact.path(), new FileFacts.Present(Hashes.sha256(artifact.bytes()), mode, "0:0", text));
    }

    void holdTheAddress() {
        addresses.add(new Identity.LocalAddress(
                master.networkInterface(), cluster.virtualRouter().address().toString()));
    }

    MasterState state() {
        if (silent.isPresent()) {
            return new MasterState.NotReached(silent.get());
        }
        var identity = new Identity(machineId, master.name(), addresses, Set.of("mac-of-" + master.name()));
        return new MasterState.Reached(
                new MasterFacts(
                        identity,
                        new HostFacts(Instant.EPOCH, swapping, missingCommands, kernel),
                        files,
                        new KubeadmFacts(kubeadm, leavings, authority, endpoint, marked),
                        new ActivityFacts(listeners, processes, jobs),
                        new RuntimeFacts(runtime, images),
                        new ServiceFacts(apiReady, balancerReady, new EtcdFacts(etcdHealthy, members), front)),
                ahead);
    }
}
