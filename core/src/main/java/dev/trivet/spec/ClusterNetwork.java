package dev.trivet.spec;

import java.util.List;

/**
 * The cluster's own networks, known to be right.
 *
 * @param podSubnets the pods' subnets, families in the virtual IP's order
 * @param serviceSubnets the services' subnets, families in the virtual IP's order
 * @param dnsDomain the services' DNS domain
 * @since 0.1.0
 */
public record ClusterNetwork(List<Subnet> podSubnets, List<Subnet> serviceSubnets, String dnsDomain) {

    /** Copies the lists. */
    public ClusterNetwork {
        podSubnets = List.copyOf(podSubnets);
        serviceSubnets = List.copyOf(serviceSubnets);
    }
}
