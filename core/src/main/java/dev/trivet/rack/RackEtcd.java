package dev.trivet.rack;

import java.util.Set;

/**
 * The members of etcd, in the cluster that was founded first.
 *
 * @param voters the masters that vote
 * @param well those of them whose etcd answers
 * @param learners the masters that were announced and have no vote yet
 * @since 0.1.0
 */
public record RackEtcd(Set<String> voters, Set<String> well, Set<String> learners) {

    /** Copies the sets. */
    public RackEtcd {
        voters = Set.copyOf(voters);
        well = Set.copyOf(well);
        learners = Set.copyOf(learners);
    }

    /**
     * Whether more than half of the voters are well.
     *
     * @return whether anything can be written
     */
    public boolean hasQuorum() {
        return 2 * well.size() > voters.size();
    }
}
