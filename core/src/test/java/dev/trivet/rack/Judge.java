package dev.trivet.rack;

import dev.trivet.exec.Report;
import dev.trivet.harness.Canary;
import dev.trivet.plan.JobNames;
import dev.trivet.plan.JobStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What must hold whatever goes wrong. Collects what does not. */
final class Judge {

    private static final Set<String> MANIFESTS = Set.of(
            "etcd.yaml",
            "haproxy.yaml",
            "keepalived.yaml",
            "kube-apiserver.yaml",
            "kube-controller-manager.yaml",
            "kube-scheduler.yaml");

    private final Stage stage;
    private final List<String> problems = new ArrayList<>();

    Judge(Stage stage) {
        this.stage = stage;
    }

    synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    private synchronized void require(boolean holds, String otherwise) {
        if (!holds) {
            problems.add(otherwise);
        }
    }

    /** Asked at the moment in which kubeadm is to be started. */
    void jobBegins(String master, String job) {
        var begun = stage.machines().stream()
                .filter(machine -> Stream.of(JobNames.INIT, JobNames.JOIN)
                        .flatMap(name -> machine.job(name).stream())
                        .anyMatch(JobStatus.Running.class::isInstance))
                .map(RackMachine::name)
                .toList();
        require(begun.isEmpty(), job + " of " + master + " begins while kubeadm runs on " + begun);
        var etcd = stage.rack().etcd();
        if (job.equals(JobNames.INIT)) {
            require(isFirst(), "a second kubeadm init begins on " + master);
        } else {
            var learners = new HashSet<>(etcd.learners());
            learners.remove(master);
            require(
                    etcd.hasQuorum() && etcd.well().equals(etcd.voters()) && learners.isEmpty(),
                    master + " is to join while etcd is " + etcd);
        }
    }

    private boolean isFirst() {
        return stage.machines().stream()
                .noneMatch(machine -> Stream.of(JobNames.INIT, JobNames.JOIN)
                        .anyMatch(name -> machine.job(name).equals(Optional.of(JobStatus.SUCCEEDED))));
    }

    void runEnded() {
        require(stage.rack().counts().inits() <= 1, "kubeadm init founded a second cluster");
        for (RackMachine machine : stage.machines()) {
            stage.wanted(machine).forEach(artifact -> {
                whole(machine, artifact.path(), artifact.text());
                kept(machine, artifact.path());
            });
            machine.files().stream()
                    .filter(path -> path.startsWith(Paths.MANIFESTS + "/"))
                    .map(path -> path.substring(Paths.MANIFESTS.length() + 1))
                    .filter(name -> !name.startsWith("."))
                    .forEach(name -> require(
                            MANIFESTS.contains(name), "the kubelet of " + machine.name() + " would run " + name));
        }
    }

    private void whole(RackMachine machine, String path, String wanted) {
        var now = machine.file(path);
        require(
                now.equals(Optional.of(wanted))
                        || now.equals(stage.before(machine, path))
                        || now.filter(text -> isMarked(text, wanted)).isPresent(),
                path + " of " + machine.name() + " is neither as it was nor as it should be: " + now);
    }

    /** A manifest between two restarts has one annotation more. */
    private static boolean isMarked(String text, String wanted) {
        var yaml = new YAMLMapper();
        var marked = yaml.readTree(text);
        var annotations = marked.at("/metadata/annotations");
        if (!(annotations instanceof ObjectNode mark) || mark.remove("trivet.dev/restarting") == null) {
            return false;
        }
        ((ObjectNode) marked).remove("metadata");
        return annotations.isEmpty() && marked.equals(yaml.readTree(wanted));
    }

    private void kept(RackMachine machine, String path) {
        var before = stage.before(machine, path);
        require(
                before.isEmpty()
                        || before.equals(machine.file(path))
                        || before.equals(machine.file(Paths.PREVIOUS + path)),
                "what was in " + path + " of " + machine.name() + " is lost");
    }

    /** One run after the trouble was over, and one more that finds nothing to do. */
    void ended(Report last, Report idle, boolean untouched) {
        require(last.isComplete(), "the next run does not complete it:\n" + last);
        require(stage.rack().isServed(), "nobody is served at the virtual IP");
        stage.machines()
                .forEach(machine -> require(
                        machine.runsAsConfigured(),
                        machine.name() + " runs with another configuration than its file's"));
        require(stage.rack().counts().inits() == 1, "clusters: " + stage.rack().counts());
        require(stage.rack().counts().joins() == 2, "joins: " + stage.rack().counts());
        require(idle.plan().isEmpty(), "the run after that has something to do:\n" + idle.plan());
        require(untouched, "the run after that writes");
        stage.files().keySet().stream()
                .filter(path -> path.endsWith(".trivet-new"))
                .forEach(path -> require(false, path + " was left behind"));
    }

    /** Minted secrets, and the password of VRRP; what was meant for one join is nowhere in a file either. */
    void secrets(String seen) {
        var minted = stage.rack().secrets().stream().map(Canary::of).toList();
        require(minted.size() >= 5, "only " + minted.size() + " secrets were ever made");
        require(
                minted.stream().noneMatch(canary -> canary.isIn(seen))
                        && !Canary.of(Racks.PASSWORD).isIn(seen),
                "a secret is shown");
        var files = String.join("\n", stage.files().values());
        require(minted.stream().noneMatch(canary -> canary.isIn(files)), "a secret lies in a file");
    }
}
