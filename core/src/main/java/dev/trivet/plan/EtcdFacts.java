package dev.trivet.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a master's etcd says.
 *
 * @param healthy whether it has a leader and answers
 * @param members the members that it knows
 * @since 0.1.0
 */
public record EtcdFacts(Answer healthy, List<Member> members) {

    /** Copies the list. */
    public EtcdFacts {
        members = List.copyOf(members);
    }

    /**
     * A member of the etcd cluster.
     *
     * @param name its name, the node's; empty while it has not started
     * @param learner whether it has no vote yet
     * @since 0.1.0
     */
    public record Member(String name, boolean learner) {

        /**
         * Whether it has started and votes.
         *
         * @return whether it counts
         */
        public boolean votes() {
            return !name.isEmpty() && !learner;
        }
    }

    /** Whether it is healthy, and its members. */
    @Override
    public String toString() {
        var names = members.stream().map(member -> member.name() + (member.learner() ? " (learner)" : ""));
        return "healthy: " + Words.of(healthy) + ", members: " + names.collect(Collectors.joining(" "));
    }
}
