package dev.trivet.rack;

/** Where things lie on a master. */
final class Paths {

    static final String MANIFESTS = "/etc/kubernetes/manifests";
    static final String CA = "/etc/kubernetes/pki/ca.crt";
    static final String ADMIN_CONF = "/etc/kubernetes/admin.conf";
    static final String KUBELET_CONF = "/etc/kubernetes/kubelet.conf";
    static final String BOOTSTRAP_CONF = "/etc/kubernetes/bootstrap-kubelet.conf";
    static final String KUBELET_SETTINGS = "/var/lib/kubelet/config.yaml";

    /** The certificate with which the kubelet speaks to the API server. */
    static final String KUBELET_CERTIFICATE = "/var/lib/kubelet/pki/kubelet-client-current.pem";

    static final String NETWORK_PLUGINS = "/etc/cni/net.d";
    static final String ETCD_DATA = "/var/lib/etcd";
    static final String PREVIOUS = "/var/lib/trivet/previous";

    private Paths() {}
}
