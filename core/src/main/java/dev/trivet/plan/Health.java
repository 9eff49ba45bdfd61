package dev.trivet.plan;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether a control plane is whole.
 *
 * @since 0.1.0
 */
public final class Health {

    private Health() {}

    /**
     * What a whole control plane has and this one has not.
     *
     * @param cluster the control plane
     * @param observation what was seen
     * @return a line for each; none when it is whole
     */
    public static List<String> unmet(Cluster cluster, Observation observation) {
        var unmet = new ArrayList<String>();
        cluster.masters().forEach(master -> unmet.addAll(unmet(cluster, observation, master.name())));
        var holders = observation.holdersOf(cluster.virtualRouter().address().toString());
        if (holders.size() != 1) {
            unmet.add("the virtual IP is on " + (holders.isEmpty() ? "no master" : String.join(" and ", holders)));
        }
        return unmet;
    }

    /**
     * What one master of a whole control plane has and this one has not.
     *
     * @param cluster the control plane
     * @param observation what was seen
     * @param master the master's name
     * @return a line for each; none when nothing is missing there
     */
    public static List<String> unmet(Cluster cluster, Observation observation, String master) {
        var facts = observation.facts(master);
        return facts.isPresent() ? unmet(cluster, master, facts.get()) : List.of(master + " does not answer");
    }

    private static List<String> unmet(Cluster cluster, String master, MasterFacts facts) {
        var unmet = new ArrayList<String>();
        var services = facts.services();
        require(facts.membership() == Membership.COMPLETE, master + " is not a master yet", unmet);
        require(services.apiServerReady() == Answer.YES, "the API server of " + master + " is not ready", unmet);
        require(services.balancerReady() == Answer.YES, "HAProxy of " + master + " sees no API server", unmet);
        require(services.etcd().healthy() == Answer.YES, "etcd of " + master + " is not healthy", unmet);
        var voters = voters(services.etcd());
        require(voters.equals(names(cluster)), "etcd of " + master + " has the voters " + voters, unmet);
        require(
                services.front().kind() == FrontFacts.Kind.READY,
                "no ready API server answers " + master + " at " + cluster.endpoint(),
                unmet);
        return unmet;
    }

    /**
     * What a master must have before it can take one more master in.
     *
     * @param facts what was seen on it
     * @param join the join that it is asked for: a member that the same join left when it was cut off, is not in its way
     * @return a line for each thing that is missing
     */
    public static List<String> unmetForJoining(MasterFacts facts, Step.JoinMaster join) {
        var unmet = new ArrayList<String>();
        var services = facts.services();
        require(services.apiServerReady() == Answer.YES, "its API server is not ready", unmet);
        require(services.etcd().healthy() == Answer.YES, "its etcd is not healthy", unmet);
        require(
                services.etcd().members().stream().allMatch(member -> member.votes() || isLeftBy(join, member)),
                "a member of its etcd has no vote yet",
                unmet);
        require(
                join.continuation() == Continuation.AGAIN
                        || services.etcd().members().stream()
                                .noneMatch(member -> member.name().equals(join.master())),
                "its etcd still has a member " + join.master()
                        + ", whose data is not there any more: take it out by etcdctl member remove",
                unmet);
        return unmet;
    }

    /** A member that was announced and has not started has no name yet. */
    private static boolean isLeftBy(Step.JoinMaster join, EtcdFacts.Member member) {
        return join.continuation() == Continuation.AGAIN
                && (member.name().isEmpty() || member.name().equals(join.master()));
    }

    private static Set<String> voters(EtcdFacts etcd) {
        return etcd.members().stream()
                .filter(EtcdFacts.Member::votes)
                .map(EtcdFacts.Member::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Cluster cluster) {
        return cluster.masters().stream().map(Master::name).collect(Collectors.toSet());
    }

    private static void require(boolean met, String complaint, List<String> unmet) {
        if (!met) {
            unmet.add(complaint);
        }
    }
}
