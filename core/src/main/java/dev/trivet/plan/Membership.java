package dev.trivet.plan;

/**
 * How far a master is in becoming one.
 *
 * @since 0.1.0
 */
public enum Membership {
    /** kubeadm has left nothing here. */
    NONE,
    /** {@code kubeadm init} runs, started by Trivet. */
    INITIALISING,
    /** {@code kubeadm join} runs, started by Trivet. */
    JOINING,
    /** {@code kubeadm init}, started by Trivet, did not come to a good end. */
    PARTLY_INITIALISED,
    /** {@code kubeadm join}, started by Trivet, did not come to a good end. */
    PARTLY_JOINED,
    /** It is a master of a cluster. */
    COMPLETE,
    /** kubeadm has left something here, but not for Trivet, and not a master that says so: nobody knows what it is. */
    FOREIGN;

    /**
     * Whether this master was begun by Trivet and is not complete.
     *
     * @return whether it is to be continued
     */
    public boolean isUnderway() {
        return this == INITIALISING || this == JOINING || this == PARTLY_INITIALISED || this == PARTLY_JOINED;
    }
}
