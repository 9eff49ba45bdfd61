package dev.trivet.plan;

/**
 * The jobs that go on without a connection, by the names under which they are found again.
 *
 * @since 0.1.0
 */
public final class JobNames {

    /** {@code kubeadm init}. */
    public static final String INIT = "kubeadm-init";

    /** {@code kubeadm join}. */
    public static final String JOIN = "kubeadm-join";

    private JobNames() {}
}
