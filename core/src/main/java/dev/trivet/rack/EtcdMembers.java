package dev.trivet.rack;

import dev.trivet.plan.EtcdFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The members of a cluster's etcd. A newcomer is announced as a learner, starts, and gets its vote. */
final class EtcdMembers {

    private enum Stage {
        ANNOUNCED,
        LEARNER,
        VOTER
    }

    private final Map<String, Stage> stages = new LinkedHashMap<>();

    boolean has(String master) {
        return stages.containsKey(master);
    }

    void announce(String master) {
        stages.put(master, Stage.ANNOUNCED);
    }

    /** The first to start founds the cluster, and votes. */
    void start(String master) {
        if (stages.isEmpty()) {
            stages.put(master, Stage.VOTER);
        } else {
            stages.computeIfPresent(master, (name, stage) -> stage == Stage.VOTER ? stage : Stage.LEARNER);
        }
    }

    void promote(String master) {
        stages.put(master, Stage.VOTER);
    }

    /** Another one that has no vote yet: etcd takes one learner at a time. */
    Optional<String> learnerBeside(String master) {
        return stages.keySet().stream()
                .filter(name -> !name.equals(master) && stages.get(name) != Stage.VOTER)
                .findFirst();
    }

    RackEtcd seen(Predicate<String> isWell) {
        var voters = new TreeSet<String>();
        stages.forEach((name, stage) -> {
            if (stage == Stage.VOTER) {
                voters.add(name);
            }
        });
        var learners = new TreeSet<>(stages.keySet());
        learners.removeAll(voters);
        return new RackEtcd(voters, voters.stream().filter(isWell).collect(Collectors.toSet()), learners);
    }

    List<EtcdFacts.Member> facts() {
        return stages.entrySet().stream()
                .map(entry -> new EtcdFacts.Member(
                        entry.getValue() == Stage.ANNOUNCED ? "" : entry.getKey(), entry.getValue() != Stage.VOTER))
                .toList();
    }

    /** A member's stage in a word. */
    String describe(String master) {
        return Optional.ofNullable(stages.get(master))
                .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                .orElse("-");
    }
}
