package dev.trivet.spec;

/**
 * The stages that {@link ClusterSpec#named(String)} leads through, one mandatory value each.
 *
 * @since 0.1.0
 */
public final class ClusterSpecStages {

    private ClusterSpecStages() {}

    /** Asks for the Kubernetes version. */
    @FunctionalInterface
    public interface Version {
        /**
         * Sets the Kubernetes version to install.
         *
         * @param version a full version such as {@code 1.35.9}, 1.20 or newer
         * @return the next stage
         */
        Address kubernetesVersion(String version);
    }

    /** Asks for the virtual IP. */
    @FunctionalInterface
    public interface Address {
        /**
         * Sets the address that clients use.
         *
         * @param virtualIp the address with the prefix of the masters' subnet
         * @return the builder for everything else
         */
        ClusterSpecBuilder virtualIp(VirtualIp virtualIp);
    }
}
