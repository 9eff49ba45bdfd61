package dev.trivet.render;

/** Where everything goes on a master. */
final class NodePaths {

    static final String KEEPALIVED_FOLDER = "/etc/keepalived";
    static final String KEEPALIVED_CONFIG = KEEPALIVED_FOLDER + "/keepalived.conf";
    static final String CHECK_SCRIPT = KEEPALIVED_FOLDER + "/check_apiserver.sh";
    static final String HOLDS_VIP_SCRIPT = KEEPALIVED_FOLDER + "/holds_vip.sh";
    static final String HAPROXY_FOLDER = "/etc/haproxy";
    static final String HAPROXY_CONFIG = HAPROXY_FOLDER + "/haproxy.cfg";
    static final String MANIFESTS_FOLDER = "/etc/kubernetes/manifests";
    static final String KEEPALIVED_MANIFEST = MANIFESTS_FOLDER + "/keepalived.yaml";
    static final String HAPROXY_MANIFEST = MANIFESTS_FOLDER + "/haproxy.yaml";
    static final String KUBEADM_INIT = "/etc/trivet/kubeadm-init.yaml";
    static final String KUBEADM_JOIN = "/etc/trivet/kubeadm-join.yaml";

    private NodePaths() {}
}
