package dev.trivet.plan;

import java.util.List;

/**
 * The places on a master that mean something to a plan.
 *
 * @since 0.1.0
 */
public final class NodeFiles {

    /** What {@code kubeadm init} reads. */
    public static final String KUBEADM_INIT = "/etc/trivet/kubeadm-init.yaml";

    /** What {@code kubeadm join} reads, with placeholders in the place of secrets. */
    public static final String KUBEADM_JOIN = "/etc/trivet/kubeadm-join.yaml";

    /** keepalived's configuration. */
    public static final String KEEPALIVED_CONFIG = "/etc/keepalived/keepalived.conf";

    /** HAProxy's configuration. */
    public static final String HAPROXY_CONFIG = "/etc/haproxy/haproxy.cfg";

    /** keepalived's static pod. */
    public static final String KEEPALIVED_MANIFEST = "/etc/kubernetes/manifests/keepalived.yaml";

    /** HAProxy's static pod. */
    public static final String HAPROXY_MANIFEST = "/etc/kubernetes/manifests/haproxy.yaml";

    private static final List<String> BALANCER_FOLDERS =
            List.of("/etc/keepalived/", "/etc/haproxy/", "/etc/kubernetes/manifests/");

    private NodeFiles() {}

    /**
     * Whether a running load balancer depends on a file.
     *
     * @param path the file's path
     * @return whether changing it changes what runs
     */
    public static boolean isBalancers(String path) {
        return BALANCER_FOLDERS.stream().anyMatch(path::startsWith);
    }
}
