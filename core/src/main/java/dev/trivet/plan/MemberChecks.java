package dev.trivet.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** etcd's members are masters of the spec, and one that is bare is none of them any more. */
final class MemberChecks {

    private MemberChecks() {}

    static void check(Situation situation, List<Blocker> blockers) {
        var members = members(situation);
        notInSpec(situation, members, blockers);
        situation.forEachReached((master, facts) -> {
            if (facts.membership() == Membership.NONE && members.contains(master.name())) {
                blockers.add(Blocker.at(
                        master.name(),
                        BlockerKind.STALE_MEMBER,
                        "etcd still has a member of this name, but its data is not here any more",
                        "on a running master, find it by etcdctl member list and take it out by etcdctl member remove;"
                                + " then run again"));
            }
        });
    }

    /** Its keepalived is no peer of the others' any more, and holds the virtual IP beside them. */
    private static void notInSpec(Situation situation, Set<String> members, List<Blocker> blockers) {
        var surplus = new TreeSet<>(members);
        situation.cluster().masters().forEach(master -> surplus.remove(master.name()));
        if (!surplus.isEmpty()) {
            blockers.add(new Blocker(
                    BlockerKind.MASTER_NOT_IN_SPEC,
                    Optional.empty(),
                    "etcd has members that the spec does not name: " + String.join(", ", surplus)
                            + "; left alone, they would hold the virtual IP beside ours",
                    "name them in the spec; or first run kubeadm reset on each, which takes it out of etcd and stops its"
                            + " keepalived (etcdctl member remove on another, where the machine is gone)"));
        }
    }

    private static Set<String> members(Situation situation) {
        var names = new TreeSet<String>();
        situation
                .complete()
                .forEach(master -> situation
                        .observation()
                        .facts(master)
                        .ifPresent(facts -> facts.services().etcd().members().stream()
                                .map(EtcdFacts.Member::name)
                                .filter(name -> !name.isEmpty())
                                .forEach(names::add)));
        return names;
    }
}
