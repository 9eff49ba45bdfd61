package dev.trivet.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A machine of the control plane.
 *
 * @since 0.1.0
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableMasterNode.class)
public abstract class MasterNode implements WithMasterNode {

    MasterNode() {}

    /**
     * A master with its address.
     *
     * @param name the host's name, RFC 1123
     * @param address its address in the virtual IP's subnet, without a prefix
     * @param more its address of the other family, in a dual-stack cluster
     * @return the master, with everything else left to its default
     */
    public static MasterNode of(String name, String address, String... more) {
        return ImmutableMasterNode.builder()
                .name(name)
                .addAddresses(address)
                .addAddresses(more)
                .build();
    }

    /**
     * The host's name, also its node name in Kubernetes.
     *
     * @return an RFC 1123 name of at most 63 characters
     */
    @Value.Default
    @Form(value = Names.SUBDOMAIN, longest = Names.LONGEST_OF_HOST)
    public String name() {
        return "";
    }

    /**
     * The host's addresses, families in the virtual IP's order.
     *
     * @return one or two addresses, without a prefix
     */
    @JsonProperty("address")
    @JsonFormat(
            with = {
                JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
            })
    @Form(Literals.ADDRESS)
    public abstract List<String> addresses();

    /**
     * The network interface that carries the virtual IP on this host.
     *
     * @return the interface's name; by default the virtual IP's
     */
    @JsonProperty("interface")
    @Form(VrrpRules.INTERFACE)
    public abstract Optional<String> networkInterface();

    /**
     * The VRRP priority, 1 to 254: of the masters that are well, the highest one holds the address.
     *
     * @return the priority; by default one of a descending series in which every failover is proved
     */
    public abstract Optional<Integer> priority();

    /**
     * This master on the named interface.
     *
     * @param networkInterface the interface that carries the virtual IP on this host
     * @return a copy
     */
    public final MasterNode onInterface(String networkInterface) {
        return withNetworkInterface(networkInterface);
    }
}
