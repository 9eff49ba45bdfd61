package dev.trivet.plan;

import java.util.List;
import java.util.Set;

/**
 * Which machine it is.
 *
 * @param machineId {@code /etc/machine-id}; empty where there is none
 * @param hostName the host's name
 * @param addresses its addresses
 * @param hardwareAddresses its network interfaces' MAC addresses
 * @since 0.1.0
 */
public record Identity(String machineId, String hostName, List<LocalAddress> addresses, Set<String> hardwareAddresses) {

    /** Copies the collections. */
    public Identity {
        addresses = List.copyOf(addresses);
        hardwareAddresses = Set.copyOf(hardwareAddresses);
    }

    /**
     * An address on an interface.
     *
     * @param networkInterface the interface's name
     * @param address the address in canonical form, without a prefix
     * @since 0.1.0
     */
    public record LocalAddress(String networkInterface, String address) {}

    /**
     * Whether it has an address, on any interface.
     *
     * @param address the address in canonical form
     * @return whether it is there
     */
    public boolean has(String address) {
        return addresses.stream().anyMatch(local -> local.address().equals(address));
    }
}
