package dev.trivet.spec;

import java.util.List;

/**
 * A machine of the control plane, known to be right.
 *
 * @param name the host's name, also its node name in Kubernetes
 * @param addresses its addresses, families in the virtual IP's order
 * @param networkInterface the interface that carries the virtual IP
 * @param priority the VRRP priority
 * @since 0.1.0
 */
public record Master(String name, List<IpAddress> addresses, String networkInterface, int priority) {

    /** Copies the list. */
    public Master {
        addresses = List.copyOf(addresses);
    }

    /**
     * The address that the other masters use: of the family that carries VRRP.
     *
     * @return the first address
     */
    public IpAddress address() {
        return addresses.get(0);
    }
}
