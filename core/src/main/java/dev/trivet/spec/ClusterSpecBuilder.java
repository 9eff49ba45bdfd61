package dev.trivet.spec;

/**
 * Collects a {@link ClusterSpec} after its mandatory start. Nothing is judged here: {@link ClusterSpec#validate()} does.
 *
 * @since 0.1.0
 */
public final class ClusterSpecBuilder {

    private final ImmutableClusterSpec.Builder builder;

    ClusterSpecBuilder(ImmutableClusterSpec.Builder builder) {
        this.builder = builder;
    }

    /**
     * Adds a master. The first one added initialises the cluster, the others join it.
     *
     * @param name the host's name, RFC 1123
     * @param address its address in the virtual IP's subnet
     * @param more its address of the other family, in a dual-stack cluster
     * @return this builder
     */
    public ClusterSpecBuilder master(String name, String address, String... more) {
        return master(MasterNode.of(name, address, more));
    }

    /**
     * Adds a master. The first one added initialises the cluster, the others join it.
     *
     * @param master the master
     * @return this builder
     */
    public ClusterSpecBuilder master(MasterNode master) {
        builder.addMasters(master);
        return this;
    }

    /**
     * Sets the balancer's front.
     *
     * @param loadBalancer for instance {@code LoadBalancer.defaults().withPort(9443)}
     * @return this builder
     */
    public ClusterSpecBuilder loadBalancer(LoadBalancer loadBalancer) {
        builder.loadBalancer(loadBalancer);
        return this;
    }

    /**
     * Makes a DNS name the control-plane endpoint.
     *
     * @param endpointName a name that resolves to the virtual IP
     * @return this builder
     */
    public ClusterSpecBuilder endpointName(String endpointName) {
        builder.endpointName(endpointName);
        return this;
    }

    /**
     * Sets the API server's port and additional certificate names.
     *
     * @param apiServer for instance {@code ApiServer.defaults().withPort(7443)}
     * @return this builder
     */
    public ClusterSpecBuilder apiServer(ApiServer apiServer) {
        builder.apiServer(apiServer);
        return this;
    }

    /**
     * Sets keepalived's image and VRRP's settings.
     *
     * @param keepalived for instance {@code Keepalived.defaults().withPeers(VrrpPeers.MULTICAST)}
     * @return this builder
     */
    public ClusterSpecBuilder keepalived(Keepalived keepalived) {
        builder.keepalived(keepalived);
        return this;
    }

    /**
     * Sets HAProxy's image.
     *
     * @param haproxy for instance {@code Haproxy.defaults().withImage("haproxy:3.2")}
     * @return this builder
     */
    public ClusterSpecBuilder haproxy(Haproxy haproxy) {
        builder.haproxy(haproxy);
        return this;
    }

    /**
     * Sets how the balancer is checked, and what the result is worth in the election.
     *
     * @param healthCheck for instance {@code HealthCheck.defaults().withRise(5)}
     * @return this builder
     */
    public ClusterSpecBuilder healthCheck(HealthCheck healthCheck) {
        builder.healthCheck(healthCheck);
        return this;
    }

    /**
     * Sets the pod and service subnets and the DNS domain.
     *
     * @param network for instance {@code Network.defaults().withPodSubnets("10.32.0.0/16")}
     * @return this builder
     */
    public ClusterSpecBuilder network(Network network) {
        builder.network(network);
        return this;
    }

    /**
     * Sets what kubeadm is told beyond the rest.
     *
     * @param kubeadm for instance {@code Kubeadm.defaults().withImageRepository("registry.example/k8s")}
     * @return this builder
     */
    public ClusterSpecBuilder kubeadm(Kubeadm kubeadm) {
        builder.kubeadm(kubeadm);
        return this;
    }

    /**
     * Builds the spec. Never fails for what the values say.
     *
     * @return the spec
     */
    public ClusterSpec build() {
        return builder.build();
    }

    /** The spec so far. */
    @Override
    public String toString() {
        return build().toString();
    }
}
