package dev.trivet.plan;

import dev.trivet.spec.Master;
import java.util.List;
import java.util.Optional;

/** What kubeadm left on the masters is one cluster, and this one. */
final class ClusterChecks {

    private static final String RESET =
            "check the spec's addresses; where it is to be given up, run kubeadm reset there";

    private ClusterChecks() {}

    static void check(Situation situation, List<Blocker> blockers) {
        situation.forEachReached((master, facts) -> leavings(situation, master, facts, blockers));
        var founder = founder(situation);
        founder.ifPresent(name ->
                situation.forEachReached((master, facts) -> sameAuthority(situation, name, master, facts, blockers)));
        situation.begun().stream()
                .filter(name -> situation.complete().isEmpty() && !name.equals(situation.first()))
                .forEach(name -> blockers.add(Blocker.at(
                        name,
                        BlockerKind.OTHER_FIRST_MASTER,
                        "kubeadm init has begun here, but the spec's first master is " + situation.first(),
                        "name " + name + " first, or run kubeadm reset there")));
        situation.forEachReached((master, facts) -> joinsNothing(situation, founder, master, facts, blockers));
    }

    /** The master whose CA the others must have. */
    private static Optional<String> founder(Situation situation) {
        return situation.complete().stream()
                .findFirst()
                .or(() -> situation.begun().stream().findFirst());
    }

    private static void leavings(Situation situation, Master master, MasterFacts facts, List<Blocker> blockers) {
        if (facts.membership() == Membership.FOREIGN) {
            blockers.add(Blocker.at(
                    master.name(),
                    BlockerKind.UNCLEAR_LEAVINGS,
                    "kubeadm has been here before, not for Trivet, and no API server says that it is a master: "
                            + facts.kubeadm().leavings().stream().sorted().toList(),
                    "start its API server if it is one of this cluster's masters; " + RESET));
        } else if (facts.membership() == Membership.COMPLETE && !belongs(situation, facts)) {
            blockers.add(Blocker.at(
                    master.name(),
                    BlockerKind.OTHER_CLUSTER,
                    "it is a master of the cluster at "
                            + facts.kubeadm().endpoint().orElse("an unknown endpoint") + ", the spec's is at "
                            + ours(situation),
                    "check the spec's addresses; a cluster's endpoint cannot be changed: if this is the cluster, write its"
                            + " endpoint into the spec"));
        } else if (facts.membership().isUnderway()) {
            facts.kubeadm()
                    .endpoint()
                    .filter(endpoint -> !endpoint.equals(ours(situation)))
                    .ifPresent(endpoint -> blockers.add(Blocker.at(
                            master.name(),
                            BlockerKind.OTHER_CLUSTER,
                            "kubeadm has begun here for the endpoint " + endpoint + ", the spec's is at "
                                    + ours(situation),
                            "write the old endpoint back into the spec, or run kubeadm reset there")));
        }
    }

    private static String ours(Situation situation) {
        return "https://" + situation.cluster().endpoint();
    }

    private static boolean belongs(Situation situation, MasterFacts facts) {
        return facts.kubeadm()
                .endpoint()
                .map(ours(situation)::equals)
                .orElse(facts.services().front().kind() == FrontFacts.Kind.READY);
    }

    private static void sameAuthority(
            Situation situation, String founder, Master master, MasterFacts facts, List<Blocker> blockers) {
        var expected = situation
                .observation()
                .facts(founder)
                .flatMap(found -> found.kubeadm().authority());
        var found = facts.kubeadm().authority();
        if (found.isPresent() && !found.equals(expected) && facts.membership() != Membership.FOREIGN) {
            blockers.add(Blocker.at(
                    master.name(),
                    BlockerKind.OTHER_CLUSTER,
                    "its CA " + found.get() + " is not that of " + founder + ", "
                            + expected.map(Authority::toString).orElse("which has none yet"),
                    RESET));
        }
    }

    private static void joinsNothing(
            Situation situation, Optional<String> founder, Master master, MasterFacts facts, List<Blocker> blockers) {
        boolean joining = facts.membership() == Membership.JOINING || facts.membership() == Membership.PARTLY_JOINED;
        if (joining && founder.isEmpty()) {
            blockers.add(Blocker.at(
                    master.name(),
                    BlockerKind.UNCLEAR_LEAVINGS,
                    "kubeadm join has begun here, but no master of the spec has a cluster",
                    RESET));
        } else if (joining && situation.complete().isEmpty()) {
            blockers.add(Blocker.at(
                    master.name(),
                    BlockerKind.UNCLEAR_LEAVINGS,
                    "kubeadm join has begun here, but " + founder.get() + " is not initialised",
                    RESET));
        }
    }
}
