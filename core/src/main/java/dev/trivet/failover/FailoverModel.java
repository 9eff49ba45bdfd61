package dev.trivet.failover;

import dev.trivet.spec.ClassicSettings;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.List;

/**
 * What is rendered, as far as it decides who holds the address. It can also say set-ups that no valid spec can, so that
 * their defects show.
 *
 * @param masters the masters' names
 * @param priorities their VRRP priorities, in the same order
 * @param weight what a failed check adds to the priority; with 0, a master whose check fails gives up the election
 * @param holderBonus what holding the address adds to the priority; 0 for none
 * @param view which API servers HAProxy takes for well
 * @since 0.1.0
 */
public record FailoverModel(
        List<String> masters, List<Integer> priorities, int weight, int holderBonus, BalancerView view) {

    /**
     * Checks what keepalived would not take.
     *
     * @throws IllegalArgumentException when there are no masters, two of one name, not as many priorities as masters, a
     *     priority outside 1 to 254, a weight outside -253 to 0 or a bonus outside 0 to 253
     */
    public FailoverModel {
        masters = List.copyOf(masters);
        priorities = List.copyOf(priorities);
        if (masters.isEmpty() || masters.size() != priorities.size()) {
            throw new IllegalArgumentException(
                    masters.size() + " masters have " + priorities.size() + " priorities; give one to each");
        }
        if (masters.stream().distinct().count() < masters.size()) {
            throw new IllegalArgumentException("two of " + masters + " have one name; give each its own");
        }
        priorities.forEach(priority -> requireWithin("priority", priority, 1, 254));
        requireWithin("weight", weight, -253, 0);
        requireWithin("holderBonus", holderBonus, 0, 253);
    }

    /**
     * The standard renderers' set-up.
     *
     * @param cluster the cluster
     * @return its model
     */
    public static FailoverModel standard(Cluster cluster) {
        return new FailoverModel(
                names(cluster),
                cluster.masters().stream().map(Master::priority).toList(),
                cluster.check().weight(),
                cluster.check().holderBonus(),
                cluster.canCheck() ? BalancerView.READYZ : BalancerView.READYZ_WITHOUT_CURL);
    }

    /**
     * The classic renderers' set-up.
     *
     * @param cluster the cluster
     * @return its model
     */
    public static FailoverModel classic(Cluster cluster) {
        ClassicSettings classic = cluster.classic();
        return new FailoverModel(
                names(cluster),
                classic.priorities(),
                classic.weight(),
                0,
                classic.canCheck() ? BalancerView.TLS_HELLO : BalancerView.TLS_HELLO_WITHOUT_CURL);
    }

    /**
     * This model with other priorities.
     *
     * @param priorities one a master
     * @return a copy
     */
    public FailoverModel withPriorities(Integer... priorities) {
        return new FailoverModel(masters, List.of(priorities), weight, holderBonus, view);
    }

    /**
     * This model with another weight.
     *
     * @param weight what a failed check adds to the priority
     * @return a copy
     */
    public FailoverModel withWeight(int weight) {
        return new FailoverModel(masters, priorities, weight, holderBonus, view);
    }

    /**
     * This model with another bonus.
     *
     * @param holderBonus what holding the address adds to the priority
     * @return a copy
     */
    public FailoverModel withHolderBonus(int holderBonus) {
        return new FailoverModel(masters, priorities, weight, holderBonus, view);
    }

    private static void requireWithin(String what, int actual, int lowest, int highest) {
        if (actual < lowest || actual > highest) {
            throw new IllegalArgumentException(
                    what + " " + actual + " is outside " + lowest + " to " + highest + "; choose one inside");
        }
    }

    private static List<String> names(Cluster cluster) {
        return cluster.masters().stream().map(Master::name).toList();
    }
}
