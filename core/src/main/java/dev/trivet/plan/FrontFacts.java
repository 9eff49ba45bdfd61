package dev.trivet.plan;

import java.util.Optional;

/**
 * What is behind the virtual IP, seen from one master.
 *
 * @param occupied whether some machine has the address
 * @param hardwareAddress that machine's MAC address, where it is another one
 * @param kind who answers there
 * @since 0.1.0
 */
public record FrontFacts(Answer occupied, Optional<String> hardwareAddress, Kind kind) {

    /**
     * Who answers behind the virtual IP.
     *
     * @since 0.1.0
     */
    public enum Kind {
        /** An API server of the CA that this master has, and it is ready. */
        READY,
        /** Something that is not ready, or that this master cannot tell. */
        NOT_READY,
        /** A server whose certificate is of another CA, has expired, or is not for the endpoint. */
        OTHER_AUTHORITY
    }
}
