package dev.trivet.plan;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What is wanted and what is there, side by side. */
record Situation(Cluster cluster, Artifacts artifacts, Observation observation) {

    /** Calls for every master that was reached. */
    void forEachReached(BiConsumer<Master, MasterFacts> action) {
        cluster.masters()
                .forEach(master -> observation.facts(master.name()).ifPresent(facts -> action.accept(master, facts)));
    }

    /** Calls for every master that was reached and has yet to become one. */
    void forEachNewcomer(BiConsumer<Master, MasterFacts> action) {
        forEachReached((master, facts) -> {
            if (facts.membership() != Membership.COMPLETE) {
                action.accept(master, facts);
            }
        });
    }

    String virtualIp() {
        return cluster.virtualRouter().address().toString();
    }

    String first() {
        return cluster.masters().get(0).name();
    }

    List<String> complete() {
        return observation.mastersThatAre(Membership.COMPLETE);
    }

    /** The masters where an init of ours has begun. */
    List<String> begun() {
        return cluster.masters().stream()
                .map(Master::name)
                .filter(master -> observation
                        .membership(master)
                        .filter(stage -> stage == Membership.INITIALISING || stage == Membership.PARTLY_INITIALISED)
                        .isPresent())
                .toList();
    }

    List<FileChange> changes(Master master, MasterFacts facts) {
        return artifacts.of(master.name()).stream()
                .filter(artifact -> !facts.file(artifact.path()).isAs(artifact))
                .map(artifact -> new FileChange(artifact, facts.file(artifact.path())))
                .toList();
    }

    Optional<Artifact> artifact(String master, String path) {
        return artifacts.of(master).stream()
                .filter(artifact -> artifact.path().equals(path))
                .findFirst();
    }

    boolean isIgnored(String preflightCheck) {
        return cluster.kubeadm().ignorePreflightErrors().stream().anyMatch(preflightCheck::equalsIgnoreCase);
    }
}
