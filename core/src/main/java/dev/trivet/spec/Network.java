package dev.trivet.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The cluster's own networks.
 *
 * @since 0.1.0
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableNetwork.class)
public abstract class Network implements WithNetwork {

    Network() {}

    /**
     * Nothing said: every setting at its default.
     *
     * @return the settings to start from
     */
    public static Network defaults() {
        return ImmutableNetwork.builder().build();
    }

    /**
     * The pods' subnets, families in the virtual IP's order.
     *
     * @return by default {@code 10.244.0.0/16} and {@code fd00:10:244::/56}, as the families ask
     */
    @JsonProperty("podSubnet")
    @JsonFormat(
            with = {
                JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
            })
    @Form(Literals.ADDRESS_WITH_PREFIX)
    public abstract List<String> podSubnets();

    /**
     * The services' subnets, families in the virtual IP's order.
     *
     * @return by default {@code 10.96.0.0/12} and {@code fd00:10:96::/112}, as the families ask
     */
    @JsonProperty("serviceSubnet")
    @JsonFormat(
            with = {
                JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
            })
    @Form(Literals.ADDRESS_WITH_PREFIX)
    public abstract List<String> serviceSubnets();

    /**
     * The services' DNS domain.
     *
     * @return by default {@code cluster.local}
     */
    @Form(value = Names.DNS_NAME, longest = Names.LONGEST)
    public abstract Optional<String> dnsDomain();
}
