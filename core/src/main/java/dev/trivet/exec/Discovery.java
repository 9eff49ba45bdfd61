package dev.trivet.exec;

/**
 * How a joining master finds the cluster.
 *
 * @since 0.1.0
 */
public enum Discovery {
    /**
     * By file into a cluster of one master, by token into a larger one: kubeadm 1.20 waits for five seconds before it reads a
     * file, and a new cluster signs no token before its controller manager leads, which takes ten.
     */
    SOONEST,
    /** By a file with the address and the CA itself, for which nothing has to be signed. */
    FILE,
    /** By a bootstrap token and the hash of the CA's key. */
    TOKEN
}
