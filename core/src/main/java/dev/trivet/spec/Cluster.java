package dev.trivet.spec;

import java.util.List;
import org.immutables.value.Value;

/**
 * A control plane that is known to be right: every text read, every default filled in, every rule kept.
 *
 * <p>Only {@link Validation#orThrow()} makes one; everything downstream takes one and checks nothing again.
 *
 * @since 0.1.0
 */
@Value.Immutable
public abstract class Cluster {

    Cluster() {}

    /**
     * What the user wrote.
     *
     * @return the spec that this cluster was made from
     */
    public abstract ClusterSpec spec();

    /**
     * The cluster's name.
     *
     * @return an RFC 1123 label
     */
    public abstract String name();

    /**
     * The Kubernetes version to install.
     *
     * @return the version
     */
    public abstract KubernetesVersion kubernetesVersion();

    /**
     * What all VRRP speakers agree on, the virtual IP among it.
     *
     * @return the virtual router
     */
    public abstract VirtualRouter virtualRouter();

    /**
     * The masters, in order: the first initialises the cluster.
     *
     * @return the masters
     */
    public abstract List<Master> masters();

    /**
     * HAProxy's front on every master.
     *
     * @return the balancer
     */
    public abstract Balancer balancer();

    /**
     * Where clients and joining nodes reach the API.
     *
     * @return the control-plane endpoint
     */
    public abstract Endpoint endpoint();

    /**
     * The port where the API server listens on every master.
     *
     * @return 1 to 65535
     */
    public abstract int apiServerPort();

    /**
     * Every name and address for the API server's certificate beyond kubeadm's own: virtual IPs, the endpoint's name,
     * the masters' names and addresses, then the user's.
     *
     * @return the names, without repetition
     */
    public abstract List<String> certSans();

    /**
     * The container images of the two static pods.
     *
     * @return the images
     */
    public abstract Images images();

    /**
     * The health check of the balancer.
     *
     * @return the check
     */
    public abstract BalancerCheck check();

    /**
     * The cluster's own networks.
     *
     * @return the networks
     */
    public abstract ClusterNetwork network();

    /**
     * What kubeadm is told beyond the rest.
     *
     * @return kubeadm's settings
     */
    public abstract KubeadmSettings kubeadm();

    /**
     * The article's settings for this cluster, for comparison and for those who run its set-up.
     *
     * @return the article's constants wherever the spec is silent
     */
    public final ClassicSettings classic() {
        return ClassicSettings.of(spec());
    }

    /**
     * Whether the standard set's health check can run at all: it needs curl in keepalived's image.
     *
     * @return false for an image that is known to have none
     */
    public final boolean canCheck() {
        return ImageRules.hasCurl(images().keepalived());
    }

    /** The cluster as the document that it was made from. */
    @Override
    public final String toString() {
        return spec().toString();
    }
}
