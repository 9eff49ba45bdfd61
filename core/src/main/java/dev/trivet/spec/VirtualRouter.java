package dev.trivet.spec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * VRRP's virtual router, known to be right: what all masters' speakers agree on.
 *
 * @param addresses the virtual IPs; the first one's family carries VRRP
 * @param id the virtual router id, 1 to 255
 * @param version the VRRP version, 2 or 3
 * @param advertInterval the advertisement interval
 * @param peers how the speakers reach each other
 * @param authPass version 2's password, sent in clear
 * @since 0.1.0
 */
public record VirtualRouter(
        List<VirtualAddress> addresses,
        int id,
        int version,
        Duration advertInterval,
        VrrpPeers peers,
        Optional<String> authPass) {

    /** Copies the list. */
    public VirtualRouter {
        addresses = List.copyOf(addresses);
    }

    /**
     * The virtual IP whose family carries VRRP.
     *
     * @return the first address
     */
    public IpAddress address() {
        return addresses.get(0).address();
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "virtual router " + id + " of " + addresses + ", VRRP " + version + " every " + advertInterval + ", "
                + peers;
    }
}
