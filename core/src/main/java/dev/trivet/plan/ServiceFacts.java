package dev.trivet.plan;

/**
 * How the control plane's parts answer, asked on a master.
 *
 * @param apiServerReady whether its own API server is ready
 * @param balancerReady whether its own HAProxy sees an API server
 * @param etcd what its own etcd says
 * @param front what is behind the virtual IP, seen from here
 * @since 0.1.0
 */
public record ServiceFacts(Answer apiServerReady, Answer balancerReady, EtcdFacts etcd, FrontFacts front) {}
