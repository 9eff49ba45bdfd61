package dev.trivet.spec;

/**
 * The container images of the two static pods.
 *
 * @param keepalived keepalived's image reference
 * @param haproxy HAProxy's image reference
 * @since 0.1.0
 */
public record Images(String keepalived, String haproxy) {}
