package dev.trivet.export;

import dev.trivet.artifact.Artifacts;
import dev.trivet.spec.Cluster;

/**
 * Turns a cluster's files into the documents that another tool takes. {@link Exports} has some; write your own for others.
 *
 * <p>An export is pure: the same cluster and files give the same documents, whatever the locale, the time zone or the machine.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Export {

    /**
     * Makes the documents.
     *
     * @param cluster the cluster
     * @param artifacts its masters' files, by whatever renderers
     * @return the documents, in order
     * @throws IllegalArgumentException when the tool cannot take these files
     */
    Documents of(Cluster cluster, Artifacts artifacts);
}
