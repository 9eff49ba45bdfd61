package dev.trivet.exec;

import dev.trivet.artifact.Artifact;
import dev.trivet.plan.ActivityFacts;
import dev.trivet.plan.Answer;
import dev.trivet.plan.Authority;
import dev.trivet.plan.EtcdFacts;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.FrontFacts;
import dev.trivet.plan.Hashes;
import dev.trivet.plan.HostFacts;
import dev.trivet.plan.Identity;
import dev.trivet.plan.JobNames;
import dev.trivet.plan.JobStatus;
import dev.trivet.plan.KubeadmFacts;
import dev.trivet.plan.MasterFacts;
import dev.trivet.plan.RuntimeFacts;
import dev.trivet.plan.ServiceFacts;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Masters in memory, where everything goes well unless a test says otherwise; keeps what was done in order. */
class MemoryNodes implements NodeExecutor {

    static final String TOKEN = "abcdef.0123456789abcdef";
    static final String KEY = "0123456789abcdef".repeat(4);

    final Cluster cluster;
    final List<String> done = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, FileFacts>> files = new ConcurrentHashMap<>();
    private final Map<String, String> jobs = new ConcurrentHashMap<>();
    private final Set<String> runs = ConcurrentHashMap.newKeySet();

    MemoryNodes(Cluster cluster) {
        this.cluster = cluster;
        cluster.masters().forEach(master -> files.put(master.name(), new ConcurrentHashMap<>()));
    }

    private List<String> complete() {
        return cluster.masters().stream()
                .map(Master::name)
                .filter(jobs::containsKey)
                .toList();
    }

    private Map<String, FileFacts> filesOf(Master master) {
        return files.getOrDefault(master.name(), Map.of());
    }

    @Override
    public CommandResult run(Master master, Command command, Consumer<String> lines) {
        var words = String.join(" ", command.words());
        done.add(master.name() + ": " + words);
        if (words.startsWith("kubeadm token create")) {
            return new CommandResult.Finished(0, TOKEN + "\n", "");
        } else if (words.startsWith("kubeadm token list")) {
            return new CommandResult.Finished(0, "TOKEN TTL USAGES\n" + TOKEN + " 23h authentication,signing\n", "");
        }
        return new CommandResult.Finished(0, words.contains("upload-certs") ? "Using key:\n" + KEY + "\n" : "", "");
    }

    @Override
    public PutResult put(Master master, List<FileChange> changes) {
        done.add(master.name() + ": put");
        changes.forEach(change -> filesOf(master).put(change.artifact().path(), present(change.artifact())));
        return new PutResult.Done(
                changes.stream().map(change -> change.artifact().path()).toList());
    }

    private static FileFacts present(Artifact artifact) {
        return new FileFacts.Present(
                Hashes.sha256(artifact.bytes()),
                Integer.toOctalString(artifact.mode().bits()),
                "0:0",
                Optional.empty());
    }

    @Override
    public StartResult start(Master master, Job job) {
        if (runs.add(job.run())) {
            done.add(master.name() + ": start " + job.name());
        }
        return new StartResult.Started();
    }

    @Override
    public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
        done.add(master.name() + ": follow " + job);
        lines.accept("[" + job + "] done");
        jobs.put(master.name(), job);
        return new FollowResult.Seen(JobStatus.SUCCEEDED);
    }

    @Override
    public HoldResult hold(Master master, String operator) {
        return new HoldResult.Held() {
            @Override
            public boolean isHeld() {
                return true;
            }

            @Override
            public void close() {
                done.add(master.name() + ": let go");
            }
        };
    }

    @Override
    public Inspection inspect(Master master, Inquiry inquiry) {
        return new Inspection.Answered(facts(master));
    }

    final MasterFacts facts(Master master) {
        var job = Optional.ofNullable(jobs.get(master.name()));
        var here = job.isPresent() ? Answer.YES : Answer.NO;
        var addresses = new ArrayList<Identity.LocalAddress>();
        master.addresses()
                .forEach(address ->
                        addresses.add(new Identity.LocalAddress(master.networkInterface(), address.toString())));
        if (JobNames.INIT.equals(job.orElse(""))) {
            addresses.add(new Identity.LocalAddress(
                    master.networkInterface(), cluster.virtualRouter().address().toString()));
        }
        var kernel = Map.of("net/ipv4/ip_forward", "1", "net/bridge/bridge-nf-call-iptables", "1");
        var statuses = new ConcurrentHashMap<String, JobStatus>();
        job.ifPresent(name -> statuses.put(name, JobStatus.SUCCEEDED));
        var images = Set.of(cluster.images().haproxy(), cluster.images().keepalived());
        return new MasterFacts(
                new Identity("id-of-" + master.name(), master.name(), addresses, Set.of("mac-of-" + master.name())),
                new HostFacts(Instant.EPOCH, Answer.NO, Set.of(), kernel),
                filesOf(master),
                kubeadm(job.isPresent()),
                new ActivityFacts(List.of(), List.of(), statuses),
                new RuntimeFacts(Answer.YES, job.isPresent() ? images : Set.of()),
                services(here));
    }

    private KubeadmFacts kubeadm(boolean complete) {
        return new KubeadmFacts(
                Optional.of(cluster.kubernetesVersion().toString()),
                complete ? Set.of("/etc/kubernetes/admin.conf") : Set.of(),
                complete ? Optional.of(new Authority("pem", "sha256:" + "a".repeat(64))) : Optional.empty(),
                complete ? Optional.of("https://" + cluster.endpoint()) : Optional.empty(),
                complete ? Answer.YES : Answer.UNKNOWN);
    }

    private ServiceFacts services(Answer here) {
        var members = complete().stream()
                .map(name -> new EtcdFacts.Member(name, false))
                .toList();
        boolean any = !members.isEmpty();
        var front = new FrontFacts(
                any ? Answer.YES : Answer.NO,
                any ? Optional.of("mac-of-m1") : Optional.empty(),
                here == Answer.YES ? FrontFacts.Kind.READY : FrontFacts.Kind.NOT_READY);
        return new ServiceFacts(here, here, new EtcdFacts(here, here == Answer.YES ? members : List.of()), front);
    }
}
