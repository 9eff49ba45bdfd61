package dev.trivet.spec;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A highly available control plane as its user described it: what was written, nothing filled in, nothing judged.
 *
 * <p>A spec can always be built; {@link #validate()} then finds everything that is wrong with it at once. What is
 * known to be right goes on as a {@link Cluster}.
 *
 * {@snippet lang=java :
 * var spec = ClusterSpec.named("edge")
 *     .kubernetesVersion("1.35.9")
 *     .virtualIp(VirtualIp.of("192.168.1.50/24").onInterface("eth0"))
 *     .master("m1", "192.168.1.141")
 *     .master("m2", "192.168.1.142")
 *     .master("m3", "192.168.1.143")
 *     .build();
 * }
 *
 * @since 0.1.0
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableClusterSpec.class)
@JsonIgnoreProperties({"apiVersion", "kind"})
@JsonPropertyOrder({
    "name",
    "kubernetesVersion",
    "virtualIp",
    "masters",
    "loadBalancer",
    "endpointName",
    "apiServer",
    "keepalived",
    "haproxy",
    "healthCheck",
    "network",
    "kubeadm"
})
public abstract class ClusterSpec implements WithClusterSpec {

    /**
     * What this was read from: no part of the value, so that what is equal is equal wherever it was read, and never in a changed
     * copy, so that no place is told that is not there. Set once, before anyone else has the spec.
     */
    @SuppressWarnings("immutables:incompat")
    private @Nullable SpecDocument document;

    ClusterSpec() {}

    /**
     * Begins a spec. The compiler then asks for the version and the virtual IP; the rest has defaults.
     *
     * @param name the cluster's name, an RFC 1123 label
     * @return the next stage
     */
    public static ClusterSpecStages.Version named(String name) {
        return version -> virtualIp -> new ClusterSpecBuilder(ImmutableClusterSpec.builder()
                .name(name)
                .kubernetesVersion(version)
                .virtualIp(virtualIp));
    }

    /**
     * The cluster's name.
     *
     * @return an RFC 1123 label, also given to kubeadm as {@code clusterName}
     */
    @Value.Default
    @Form(Names.LABEL)
    public String name() {
        return "";
    }

    /**
     * The Kubernetes version to install.
     *
     * @return a full version such as {@code 1.35.9}, 1.20 or newer
     */
    @Value.Default
    @Form(KubernetesVersion.FORM)
    public String kubernetesVersion() {
        return "";
    }

    /**
     * The address that clients use, kept by keepalived on one master at a time.
     *
     * @return the virtual IP
     */
    @Value.Default
    public VirtualIp virtualIp() {
        return VirtualIp.unset();
    }

    /**
     * The machines that make the control plane, in order: the first initialises the cluster, the others join it.
     *
     * @return the masters
     */
    public abstract List<MasterNode> masters();

    /**
     * HAProxy's front on every master.
     *
     * @return the load balancer's settings
     */
    @Value.Default
    public LoadBalancer loadBalancer() {
        return LoadBalancer.defaults();
    }

    /**
     * A DNS name for the control-plane endpoint, in place of the virtual IP.
     *
     * @return the name; by default none: the endpoint is the virtual IP itself
     */
    @Form(value = NameRules.ENDPOINT, longest = Names.LONGEST)
    public abstract Optional<String> endpointName();

    /**
     * The API server on every master.
     *
     * @return the API server's settings
     */
    @Value.Default
    public ApiServer apiServer() {
        return ApiServer.defaults();
    }

    /**
     * The VRRP speaker on every master.
     *
     * @return keepalived's settings
     */
    @Value.Default
    public Keepalived keepalived() {
        return Keepalived.defaults();
    }

    /**
     * The balancer's program on every master.
     *
     * @return HAProxy's settings
     */
    @Value.Default
    public Haproxy haproxy() {
        return Haproxy.defaults();
    }

    /**
     * How keepalived checks the balancer beside it, and what the result is worth in the election.
     *
     * @return the check's settings
     */
    @Value.Default
    public HealthCheck healthCheck() {
        return HealthCheck.defaults();
    }

    /**
     * The cluster's own networks.
     *
     * @return the networks' settings
     */
    @Value.Default
    public Network network() {
        return Network.defaults();
    }

    /**
     * What kubeadm is told beyond the above.
     *
     * @return kubeadm's settings
     */
    @Value.Default
    public Kubeadm kubeadm() {
        return Kubeadm.defaults();
    }

    /**
     * Checks this spec against every {@link Rule}.
     *
     * @return every violation at once, and the {@link Cluster} when none is an error
     */
    public final Validation validate() {
        return Validator.validate(this);
    }

    final ClusterSpec readFrom(SpecDocument source) {
        document = source;
        return this;
    }

    /** What this was read from, if anything. */
    final Optional<SpecDocument> document() {
        return Optional.ofNullable(document);
    }

    /** The spec as a YAML document, with stars for the password of VRRP; {@link ClusterYaml#write} has the password itself. */
    @Override
    public final String toString() {
        var shown = keepalived().withAuthPass(keepalived().authPass().map(password -> "********"));
        return ClusterYaml.write(withKeepalived(shown));
    }
}
