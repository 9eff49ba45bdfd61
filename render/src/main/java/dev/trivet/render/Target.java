package dev.trivet.render;

import dev.trivet.artifact.Artifact;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.List;

/**
 * What a file is rendered for.
 *
 * @param cluster the cluster
 * @param master the master that gets the file
 * @param earlier the master's files that earlier renderers made
 * @since 0.1.0
 */
public record Target(Cluster cluster, Master master, List<Artifact> earlier) {

    /** Copies the list. */
    public Target {
        earlier = List.copyOf(earlier);
    }

    /**
     * Whether the master initialises the cluster.
     *
     * @return whether it is the first one
     */
    public boolean isFirst() {
        return cluster.masters().get(0).equals(master);
    }

    /**
     * The other masters, in order.
     *
     * @return all but this one
     */
    public List<Master> others() {
        return cluster.masters().stream().filter(other -> !other.equals(master)).toList();
    }
}
