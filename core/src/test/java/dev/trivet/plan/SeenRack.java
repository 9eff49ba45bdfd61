package dev.trivet.plan;

import dev.trivet.artifact.Artifacts;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Masters as they are seen, and what steps make of them. */
final class SeenRack {

    final Cluster cluster;
    final Artifacts artifacts;
    final Map<String, SeenMaster> masters = new LinkedHashMap<>();

    private SeenRack(Cluster cluster, Artifacts artifacts) {
        this.cluster = cluster;
        this.artifacts = artifacts;
        cluster.masters().forEach(master -> masters.put(master.name(), new SeenMaster(cluster, master)));
    }

    static SeenRack bare() {
        return bare(ClusterSpecs.minimal().validate().orThrow());
    }

    static SeenRack bare(Cluster cluster) {
        return new SeenRack(cluster, Files.of(cluster));
    }

    /** All masters complete, with all their files, the first one holding the address. */
    static SeenRack running() {
        return running(ClusterSpecs.minimal().validate().orThrow());
    }

    static SeenRack running(Cluster cluster) {
        var rack = bare(cluster);
        rack.masters.values().forEach(master -> {
            master.complete();
            rack.artifacts.of(master.master.name()).forEach(master::put);
        });
        rack.withAll(rack::addVoters);
        rack.at(rack.names().get(0)).holdTheAddress();
        return rack;
    }

    SeenMaster at(String name) {
        return Objects.requireNonNull(masters.get(name), name);
    }

    List<String> names() {
        return List.copyOf(masters.keySet());
    }

    SeenRack with(String name, Consumer<SeenMaster> change) {
        change.accept(at(name));
        return this;
    }

    SeenRack withAll(Consumer<SeenMaster> change) {
        masters.values().forEach(change);
        return this;
    }

    Observation observation() {
        var states = new LinkedHashMap<String, MasterState>();
        masters.forEach((name, master) -> states.put(name, master.state()));
        return new Observation(states);
    }

    Plan plan() {
        return Plan.between(cluster, artifacts, observation());
    }

    /** What a step leaves behind when all goes well. */
    void perform(Step step) {
        if (step instanceof Step.ChangesFiles files) {
            files.changes().forEach(change -> at(files.master()).put(change.artifact()));
        } else if (step instanceof Step.PullImages pull) {
            at(pull.master()).images.addAll(pull.images());
        } else if (step instanceof Step.InitCluster init) {
            become(init.master(), JobNames.INIT);
            at(init.master()).holdTheAddress();
        } else if (step instanceof Step.JoinMaster join) {
            become(join.master(), JobNames.JOIN);
        }
        masters.values().stream().filter(master -> master.marked == Answer.YES).forEach(this::addVoters);
    }

    private void become(String name, String job) {
        at(name).complete().jobs.put(job, JobStatus.SUCCEEDED);
    }

    private void addVoters(SeenMaster master) {
        master.members.clear();
        cluster.masters().stream()
                .map(Master::name)
                .filter(name -> at(name).marked == Answer.YES)
                .forEach(name -> master.members.add(new EtcdFacts.Member(name, false)));
    }
}
