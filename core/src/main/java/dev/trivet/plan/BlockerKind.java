package dev.trivet.plan;

import java.util.Locale;

/**
 * What can stand against a plan.
 *
 * @since 0.1.0
 */
public enum BlockerKind {
    /** A master does not answer: what is on it is not known. */
    UNREACHABLE,
    /** Two masters are one machine, or copies of one. */
    SAME_MACHINE,
    /** A master's address is not on its interface. */
    ADDRESS_MISSING,
    /** The masters' clocks differ by more than 30 s, and certificates would not be valid yet. */
    CLOCKS_APART,
    /** kubeadm cannot set up this Kubernetes version. */
    KUBEADM_VERSION,
    /** A program is missing. */
    COMMAND_MISSING,
    /** A kernel setting is not as Kubernetes needs it. */
    KERNEL_SETTING,
    /** Swap is on. */
    SWAP,
    /** The container runtime does not answer. */
    RUNTIME_DOWN,
    /** A port is taken by somebody else. */
    PORT_TAKEN,
    /** Something is in the way of a file. */
    FILE_OBSTRUCTED,
    /** A file is not among the artifacts. */
    ARTIFACT_MISSING,
    /** A cluster that is not this one was found, or a server that cannot be told from one. */
    OTHER_CLUSTER,
    /** kubeadm's leavings on a master are nobody's. */
    UNCLEAR_LEAVINGS,
    /** A half-done init is on another master than the first. */
    OTHER_FIRST_MASTER,
    /** etcd has a member that the spec does not name. */
    MASTER_NOT_IN_SPEC,
    /** etcd has a member that is bare. */
    STALE_MEMBER,
    /** The virtual IP is somebody else's. */
    VIRTUAL_IP_TAKEN,
    /** It is not known whether the virtual IP is free. */
    VIRTUAL_IP_UNCLEAR,
    /** A change on which the masters must agree cannot be made one master after the other. */
    NOT_ROLLABLE;

    /**
     * The kind as text.
     *
     * @return for instance {@code port-taken}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
