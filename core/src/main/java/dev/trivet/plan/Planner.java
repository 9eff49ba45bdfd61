package dev.trivet.plan;

import dev.trivet.spec.Master;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the steps, in the order in which they are done. */
final class Planner {

    private final Situation situation;
    private final List<Step> files = new ArrayList<>();
    private final List<Step> images = new ArrayList<>();
    private final List<Step> rolling = new ArrayList<>();
    private final List<Step> kubeadm = new ArrayList<>();

    private Planner(Situation situation) {
        this.situation = situation;
    }

    static List<Step> steps(Situation situation) {
        return new Planner(situation).steps();
    }

    private List<Step> steps() {
        situation.forEachReached(this::at);
        rolling.sort(Comparator.comparing(this::runsBalancer).thenComparing(this::holdsTheAddress));
        var steps = new ArrayList<Step>();
        steps.addAll(files);
        steps.addAll(images);
        steps.addAll(rolling);
        steps.addAll(kubeadm);
        var unmet = Health.unmet(situation.cluster(), situation.observation());
        if (!steps.isEmpty() || !unmet.isEmpty()) {
            steps.add(new Step.VerifyControlPlane(situation.cluster(), steps.isEmpty() ? unmet : List.of()));
        }
        return steps;
    }

    private void at(Master master, MasterFacts facts) {
        if (facts.membership() == Membership.COMPLETE) {
            running(master, facts);
        } else {
            newcomer(master, facts);
        }
    }

    private void newcomer(Master master, MasterFacts facts) {
        var continuation = Continuation.of(facts.membership());
        var changes = new ArrayList<>(situation.changes(master, facts));
        var later = changes.stream()
                .filter(change -> continuation == Continuation.RUNNING && replacesBalancers(change))
                .toList();
        changes.removeAll(later);
        if (!changes.isEmpty()) {
            files.add(new Step.PutFiles(master.name(), changes, false));
        }
        if (continuation != Continuation.RUNNING) {
            images.add(new Step.PullImages(master.name(), missingImages(facts), ImageScope.ALL));
        }
        boolean initialises = situation.complete().isEmpty() && master.name().equals(situation.first());
        var ignored = Leavings.brokenChecks(situation.cluster(), facts);
        kubeadm.add(
                initialises
                        ? new Step.InitCluster(master.name(), continuation, ignored)
                        : new Step.JoinMaster(master.name(), continuation, ignored));
        roll(master, facts, later, kubeadm);
    }

    /** kubeadm, while it runs, reaches the API through them: what is missing is put at once, what is there waits for its end. */
    private static boolean replacesBalancers(FileChange change) {
        return NodeFiles.isBalancers(change.artifact().path()) && !(change.before() instanceof FileFacts.Absent);
    }

    private void running(Master master, MasterFacts facts) {
        var changes = situation.changes(master, facts);
        var balancers = changes.stream()
                .filter(change -> NodeFiles.isBalancers(change.artifact().path()))
                .toList();
        var others =
                changes.stream().filter(change -> !balancers.contains(change)).toList();
        if (!others.isEmpty()) {
            files.add(new Step.PutFiles(master.name(), others, true));
        }
        roll(master, facts, balancers, rolling);
    }

    private void roll(Master master, MasterFacts facts, List<FileChange> balancers, List<Step> steps) {
        if (!balancers.isEmpty()) {
            var missing = missingImages(facts);
            if (!missing.isEmpty()) {
                images.add(new Step.PullImages(master.name(), missing, ImageScope.BALANCER));
            }
            steps.add(new Step.RollBalancer(master.name(), balancers));
        }
    }

    private List<String> missingImages(MasterFacts facts) {
        var images = situation.cluster().images();
        return List.of(images.keepalived(), images.haproxy()).stream()
                .filter(image -> !facts.runtime().images().contains(image))
                .toList();
    }

    /** Where none runs, nothing is taken out, and the others may be waiting for it. */
    private boolean runsBalancer(Step step) {
        return step instanceof Step.AtMaster at
                && situation
                        .observation()
                        .facts(at.master())
                        .filter(facts -> facts.activity().runsBalancer())
                        .isPresent();
    }

    private boolean holdsTheAddress(Step step) {
        return step instanceof Step.AtMaster at
                && situation.observation().holdersOf(situation.virtualIp()).contains(at.master());
    }
}
