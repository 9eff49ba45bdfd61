package dev.trivet.spec;

/**
 * The control-plane endpoint: where clients and joining nodes reach the API.
 *
 * @param host a DNS name or an address, an IPv6 address in brackets
 * @param port the balancer's port
 * @since 0.1.0
 */
public record Endpoint(String host, int port) {

    /** The endpoint as {@code host:port}. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
