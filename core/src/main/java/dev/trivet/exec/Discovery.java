package dev.trivet.exec;

/**
 * How a joining master finds the cluster.
 *
 * @since 0.1.0
 */
public enum Discovery {
    /** By a file with the address and the CA itself: ten seconds sooner after init, for nothing has to be signed first. */
    FILE,
    /** By a bootstrap token and the hash of the CA's key. */
    TOKEN
}
