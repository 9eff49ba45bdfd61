package dev.trivet.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The control plane's address, held by one master at a time (VRRP's virtual router).
 *
 * @since 0.1.0
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableVirtualIp.class)
public abstract class VirtualIp implements WithVirtualIp {

    VirtualIp() {}

    /**
     * A virtual IP of one family.
     *
     * @param address the address with the prefix of the masters' subnet, such as {@code 192.168.1.50/24}
     * @param more the address of the other family, in a dual-stack cluster
     * @return the virtual IP, with everything else left to its default
     */
    public static VirtualIp of(String address, String... more) {
        return ImmutableVirtualIp.builder()
                .addAddresses(address)
                .addAddresses(more)
                .build();
    }

    static VirtualIp unset() {
        return ImmutableVirtualIp.builder().build();
    }

    /**
     * The addresses, one a family. The first one's family carries VRRP and is the control-plane endpoint.
     *
     * @return one or two addresses, each with the prefix of the masters' subnet
     */
    @JsonProperty("address")
    @JsonFormat(
            with = {
                JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
            })
    @Form(Literals.ADDRESS_WITH_PREFIX)
    public abstract List<String> addresses();

    /**
     * The network interface of every master that names none.
     *
     * @return the interface's name, such as {@code eth0}
     */
    @JsonProperty("interface")
    @Form(VrrpRules.INTERFACE)
    public abstract Optional<String> networkInterface();

    /**
     * The virtual router id, 1 to 255: the same on all masters, different from any other VRRP router of the subnet.
     *
     * @return the id; by default the last byte of the first address, or 1 where that is 0
     */
    public abstract Optional<Integer> routerId();

    /**
     * This virtual IP on the named interface.
     *
     * @param networkInterface the interface of every master that names none
     * @return a copy
     */
    public final VirtualIp onInterface(String networkInterface) {
        return withNetworkInterface(networkInterface);
    }
}
