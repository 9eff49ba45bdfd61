package dev.trivet.export;

import java.util.Locale;

/**
 * A version of Cluster API's own types.
 *
 * @since 0.1.0
 */
public enum ClusterApiVersion {
    /** Read by Cluster API from 1.0 on; deprecated since 1.11. Extra arguments are maps, references name a version. */
    V1BETA1,
    /** Read by Cluster API from 1.11 on. Extra arguments are lists of names and values, references name a group alone. */
    V1BETA2;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
