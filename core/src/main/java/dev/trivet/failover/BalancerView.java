package dev.trivet.failover;

/**
 * Which API servers HAProxy takes for well, and what its health check then says.
 *
 * @since 0.1.0
 */
public enum BalancerView {
    /**
     * The standard set: an API server is well when /readyz answers 200; the check asks HAProxy whether it works. That no API
     * server is well is the same for all masters, and fails no check.
     */
    READYZ,
    /** The standard set with an image that has no curl: a check that always fails. */
    READYZ_WITHOUT_CURL,
    /**
     * The article's set: an API server is well when it takes part in a TLS handshake, whatever it answers ({@code option
     * ssl-hello-chk} overrides {@code option httpchk}); the check wants any answer through HAProxy.
     */
    TLS_HELLO,
    /** The article's set with an image that has no curl, as the article's own: a check that always fails. */
    TLS_HELLO_WITHOUT_CURL;

    boolean hasCurl() {
        return this == READYZ || this == TLS_HELLO;
    }

    /** Whether an API server that answers errors counts as well. */
    boolean takesErrors() {
        return this == TLS_HELLO || this == TLS_HELLO_WITHOUT_CURL;
    }
}
