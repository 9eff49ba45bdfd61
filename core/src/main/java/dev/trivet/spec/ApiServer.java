package dev.trivet.spec;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The API server on every master.
 *
 * @since 0.1.0
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableApiServer.class)
public abstract class ApiServer implements WithApiServer {

    ApiServer() {}

    /**
     * Nothing said: every setting at its default.
     *
     * @return the settings to start from
     */
    public static ApiServer defaults() {
        return ImmutableApiServer.builder().build();
    }

    /**
     * The port where the API server listens on every master.
     *
     * @return 1 to 65535; by default 6443
     */
    public abstract Optional<Integer> port();

    /**
     * More names and addresses for the API server's certificate. The virtual IP, the endpoint's name and every
     * master's name and address are there anyway.
     *
     * @return DNS names, wildcards or addresses; by default none
     */
    @Form(NameRules.SAN)
    public abstract List<String> certSans();
}
