package dev.trivet.spec;

import java.time.Duration;

/**
 * HAProxy's front, known to be right.
 *
 * @param port the port on the virtual IP and on every master
 * @param monitorPort the port on the loopback where HAProxy tells how it is
 * @param maxConnections the most connections at once
 * @param idleTimeout how long a connection may be silent
 * @since 0.1.0
 */
public record Balancer(int port, int monitorPort, int maxConnections, Duration idleTimeout) {}
