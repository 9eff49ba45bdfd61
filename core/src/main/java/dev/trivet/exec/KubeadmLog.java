package dev.trivet.exec;

import dev.trivet.plan.JobStatus;
import dev.trivet.plan.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kubeadm wrote, explained: the phase that failed, the lines that matter, and the cause where it is known. */
final class KubeadmLog {

    private static final int MOST_LINES = 8;

    private static final Pattern FAILED_PHASE = Pattern.compile("error execution phase ([a-z0-9/-]+)");
    private static final Pattern PHASE = Pattern.compile("^\\[([a-z0-9-]+)] ");
    private static final Pattern MATTERS = Pattern.compile(
            "\\[ERROR |^error |^error:|\\[kubelet-check]|failed|timed out|refused|unable|cannot|could not");
    private static final Pattern READY_NODE =
            Pattern.compile("a Node with name \"\\S+\" and status \"Ready\" already exists");
    private static final Pattern IDLE =
            Pattern.compile("--v=5 or higher|^\\s*$|^\\s*\\[WARNING|If you know what you are");

    private static final Map<Pattern, String> REMEDIES = remedies();

    private final List<String> lines;

    KubeadmLog(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    private static Map<Pattern, String> remedies() {
        var remedies = new LinkedHashMap<Pattern, String>();
        remedies.put(
                Pattern.compile("\\[ERROR Port-(\\d+)]"),
                "a port is taken: find who listens with ss -ltnp, stop it, then run again");
        remedies.put(Pattern.compile("\\[ERROR Swap]"), "swap is on: run swapoff -a, then run again");
        remedies.put(
                Pattern.compile("\\[ERROR CRI]|container runtime is not running"),
                "the container runtime does not answer: start it, then run again");
        remedies.put(
                Pattern.compile("\\[ERROR ImagePull]|failed to pull image"),
                "an image cannot be pulled: check the registry's name and the way to it, then run again");
        remedies.put(
                Pattern.compile("\\[ERROR (?:File|Dir)Available"),
                "files of an earlier attempt that is not known to be ours are in the way: look whose they are");
        remedies.put(
                Pattern.compile("x509: certificate has expired or is not yet valid"),
                "the clocks differ: set them by NTP, then run again");
        remedies.put(
                READY_NODE,
                "another machine may have this name: give each its own; if there is none, run kubectl delete node with it on a"
                        + " running master, then run again");
        remedies.put(
                Pattern.compile(
                        "etcd cluster is not healthy|etcdserver: unhealthy cluster|context deadline exceeded.*2379"),
                "etcd is not healthy: wait for its members, or remove a dead one, then run again");
        // The tips that come with every time-out name the kubelet, too.
        remedies.put(
                Pattern.compile(
                        "^\\[kubelet-check].*(?:isn't running|is not (?:running|healthy)|10248/healthz' failed)"),
                "the kubelet does not stay up: read journalctl -u kubelet there (often the cgroup driver or swap), then"
                        + " run again");
        remedies.put(
                Pattern.compile("timed out waiting for the condition|couldn't initialize a Kubernetes cluster"),
                "the control plane's pods did not come up in time: look at them with crictl ps -a and at journalctl -u"
                        + " kubelet there, then run again");
        return remedies;
    }

    /** Whether kubeadm took the node for another machine's. */
    static boolean tellsOfAReadyNode(Failure failure) {
        return failure.lastLines().stream()
                .anyMatch(line -> READY_NODE.matcher(line).find());
    }

    Failure explain(String master, Job job, JobStatus status) {
        var problem = master + ": " + job.name().replace('-', ' ') + " " + words(status);
        var remedy = remedy().orElse("read the lines below and /var/lib/trivet/jobs/" + job.name()
                + "/log there, mend the cause, then run again, which goes on from here");
        return new Failure(problem, remedy, phase(), lastLines());
    }

    private static String words(JobStatus status) {
        return status instanceof JobStatus.Ended ended
                ? "ended with " + ended.exitCode()
                : "was killed, or its machine was restarted";
    }

    private Optional<String> remedy() {
        return REMEDIES.entrySet().stream()
                .filter(entry -> lines.stream()
                        .anyMatch(line -> entry.getKey().matcher(line).find()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The phase that kubeadm names as failed, or else the last one that it spoke of. */
    private Optional<String> phase() {
        var failed =
                lines.stream().map(FAILED_PHASE::matcher).filter(Matcher::find).map(matcher -> matcher.group(1));
        var spoken = lines.stream().map(PHASE::matcher).filter(Matcher::find).map(matcher -> matcher.group(1));
        return failed.reduce((earlier, later) -> later).or(() -> spoken.reduce((earlier, later) -> later));
    }

    private List<String> lastLines() {
        var useful = lines.stream().filter(line -> !IDLE.matcher(line).find()).toList();
        var mattering =
                useful.stream().filter(line -> MATTERS.matcher(line).find()).toList();
        var chosen = mattering.isEmpty() ? useful : mattering;
        return chosen.subList(Math.max(0, chosen.size() - MOST_LINES), chosen.size()).stream()
                .map(line -> Redaction.of(line.strip()))
                .toList();
    }
}
