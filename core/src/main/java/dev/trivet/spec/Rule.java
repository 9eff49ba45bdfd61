package dev.trivet.spec;

import static dev.trivet.spec.Severity.ERROR;
import static dev.trivet.spec.Severity.WARNING;

import java.util.Locale;

/**
 * What a spec must keep to. Ids are stable: tools may match on them.
 *
 * <table>
 * <caption>All rules</caption>
 * <tr><th scope="col">Id</th><th scope="col">Severity</th>
 *   <th scope="col">Otherwise</th>
 *   <th scope="col">Source</th></tr>
 * <tr><th scope="row">required</th><td>error</td>
 *   <td>Without it there is nothing to build.</td>
 *   <td>Trivet's own keys</td></tr>
 * <tr><th scope="row">name-format</th><td>error</td>
 *   <td>It becomes kubeadm's clusterName, part of kubeconfig files.</td>
 *   <td>RFC 1123, 2.1</td></tr>
 * <tr><th scope="row">version-format</th><td>error</td>
 *   <td>A partial one means another release every month: masters would differ.</td>
 *   <td>kubernetes.io/releases/version-skew-policy</td></tr>
 * <tr><th scope="row">version-supported</th><td>error</td>
 *   <td>Older kubeadm versions are untested with what is rendered.</td>
 *   <td>kubernetes.io/docs/reference/config-api</td></tr>
 * <tr><th scope="row">version-end-of-life</th><td>warning</td>
 *   <td>A version at its end of life gets no security fixes.</td>
 *   <td>kubernetes.io/releases</td></tr>
 * <tr><th scope="row">address-format</th><td>error</td>
 *   <td>Programs read sloppy literals differently: 010 is ten to one and eight to another.</td>
 *   <td>RFC 6943, 3.1</td></tr>
 * <tr><th scope="row">address-kind</th><td>error</td>
 *   <td>kubeadm does not advertise such an address, and other hosts cannot reach it.</td>
 *   <td>RFC 6890</td></tr>
 * <tr><th scope="row">address-of-a-host</th><td>error</td>
 *   <td>These two mean the whole subnet.</td>
 *   <td>RFC 1122, 3.2.1.3; RFC 4291, 2.6.1</td></tr>
 * <tr><th scope="row">address-family-once</th><td>error</td>
 *   <td>A second one would never be used.</td>
 *   <td>kubernetes.io/docs/concepts/services-networking/dual-stack</td></tr>
 * <tr><th scope="row">address-families-agree</th><td>error</td>
 *   <td>The virtual IP moves only among hosts that speak its family.</td>
 *   <td>kubernetes.io/docs/concepts/services-networking/dual-stack</td></tr>
 * <tr><th scope="row">address-in-subnet</th><td>error</td>
 *   <td>The address moves by ARP or neighbour discovery, which end at the subnet's edge.</td>
 *   <td>RFC 5798, 8</td></tr>
 * <tr><th scope="row">address-unique</th><td>error</td>
 *   <td>Two hosts with one address take each other's traffic.</td>
 *   <td>RFC 5227</td></tr>
 * <tr><th scope="row">virtual-ip-prefix</th><td>error</td>
 *   <td>A longer one leaves no room for masters beside it.</td>
 *   <td>RFC 4632</td></tr>
 * <tr><th scope="row">virtual-ip-free</th><td>error</td>
 *   <td>keepalived takes it without a word, and removes it from its host later.</td>
 *   <td>seen with keepalived 2.2.7</td></tr>
 * <tr><th scope="row">interface-name</th><td>error</td>
 *   <td>Linux takes 15 bytes, and other characters are live in keepalived's file.</td>
 *   <td>IFNAMSIZ; keepalived.conf(5)</td></tr>
 * <tr><th scope="row">router-id-range</th><td>error</td>
 *   <td>keepalived leaves another one unset.</td>
 *   <td>RFC 5798, 5.2.3</td></tr>
 * <tr><th scope="row">master-count</th><td>warning</td>
 *   <td>One survives nothing, an even number no more than one fewer; past 7 etcd slows down.</td>
 *   <td>etcd.io/docs/latest/faq</td></tr>
 * <tr><th scope="row">master-name</th><td>error</td>
 *   <td>It is the node's name and label, and its server's name in HAProxy.</td>
 *   <td>kubernetes.io/docs/concepts/overview/working-with-objects/names</td></tr>
 * <tr><th scope="row">master-name-unique</th><td>error</td>
 *   <td>The second to join would take over the first one's node.</td>
 *   <td>kubernetes.io/docs/concepts/architecture/nodes</td></tr>
 * <tr><th scope="row">priority-range</th><td>error</td>
 *   <td>0 means giving up; 255 means address owner, for whom checks are ignored.</td>
 *   <td>RFC 5798, 5.2.4</td></tr>
 * <tr><th scope="row">priority-unique</th><td>error</td>
 *   <td>Equal ones take the address at once, and clients keep the loser's ARP entry.</td>
 *   <td>RFC 5798, 6.4.3; seen with keepalived 2.2.7</td></tr>
 * <tr><th scope="row">priority-sums</th><td>error</td>
 *   <td>keepalived cuts sums at the bounds, where masters tie.</td>
 *   <td>keepalived.conf(5)</td></tr>
 * <tr><th scope="row">port-range</th><td>error</td>
 *   <td>HAProxy's image runs as a user that cannot bind lower ones.</td>
 *   <td>hub.docker.com/_/haproxy</td></tr>
 * <tr><th scope="row">port-unique</th><td>error</td>
 *   <td>All are bound on the same hosts: the second to start fails.</td>
 *   <td>github.com/kubernetes/kubeadm/issues/2472</td></tr>
 * <tr><th scope="row">port-taken</th><td>error</td>
 *   <td>etcd, kubelet, kube-proxy, controller manager and scheduler listen there.</td>
 *   <td>kubernetes.io/docs/reference/networking/ports-and-protocols</td></tr>
 * <tr><th scope="row">port-node-port</th><td>error</td>
 *   <td>That is the range of NodePorts: a service could take it away.</td>
 *   <td>kubernetes.io/docs/concepts/services-networking/service</td></tr>
 * <tr><th scope="row">max-connections</th><td>error</td>
 *   <td>Fewer starve the cluster's own components; more take gigabytes.</td>
 *   <td>HAProxy configuration manual, 3.2</td></tr>
 * <tr><th scope="row">idle-timeout</th><td>error</td>
 *   <td>A shorter one cuts watches and exec; HAProxy counts milliseconds in 31 bits.</td>
 *   <td>HAProxy configuration manual, 2.5</td></tr>
 * <tr><th scope="row">endpoint-name</th><td>error</td>
 *   <td>It stands in URLs and certificates; an address is the virtual IP's part.</td>
 *   <td>RFC 1123, 2.1</td></tr>
 * <tr><th scope="row">cert-san</th><td>error</td>
 *   <td>kubeadm refuses anything else.</td>
 *   <td>RFC 5280, 4.2.1.6</td></tr>
 * <tr><th scope="row">image-format</th><td>error</td>
 *   <td>The container runtime refuses anything else, and the pod never starts.</td>
 *   <td>github.com/distribution/reference</td></tr>
 * <tr><th scope="row">image-unfit</th><td>warning</td>
 *   <td>osixia/keepalived 1 has no curl: the address stays. haproxy before 2.5 takes no grace.</td>
 *   <td>seen with osixia/keepalived 1.3.5-1; HAProxy's configuration manual</td></tr>
 * <tr><th scope="row">image-pinned</th><td>warning</td>
 *   <td>A tag can be moved: masters restarted on different days would differ.</td>
 *   <td>kubernetes.io/docs/concepts/containers/images</td></tr>
 * <tr><th scope="row">vrrp-version</th><td>error</td>
 *   <td>There is no other, and version 2 carries IPv4 only.</td>
 *   <td>RFC 3768; RFC 5798</td></tr>
 * <tr><th scope="row">advert-interval</th><td>error</td>
 *   <td>The protocol has no room for more, and keepalived rounds the rest.</td>
 *   <td>RFC 5798, 5.2.7; RFC 3768, 5.3.7</td></tr>
 * <tr><th scope="row">auth-pass-format</th><td>error</td>
 *   <td>keepalived cuts it at 8, and other characters are live in its file.</td>
 *   <td>RFC 2338, 5.3.10; keepalived.conf(5)</td></tr>
 * <tr><th scope="row">auth-pass-version</th><td>error</td>
 *   <td>Version 3 has none: keepalived ignores it.</td>
 *   <td>RFC 5798, 9</td></tr>
 * <tr><th scope="row">check-timing</th><td>error</td>
 *   <td>keepalived before 2.3.2 ignores fractions; a check takes up to 4 s.</td>
 *   <td>seen with keepalived 2.2.7</td></tr>
 * <tr><th scope="row">check-count</th><td>error</td>
 *   <td>keepalived counts from 1; more only hides a failure.</td>
 *   <td>keepalived.conf(5)</td></tr>
 * <tr><th scope="row">weight-range</th><td>error</td>
 *   <td>With 0 nobody has the address when all fail; a positive one rewards.</td>
 *   <td>seen with keepalived 2.2.7</td></tr>
 * <tr><th scope="row">holder-bonus-range</th><td>error</td>
 *   <td>Without one the address moves again when a repaired master returns.</td>
 *   <td>keepalived.conf(5)</td></tr>
 * <tr><th scope="row">failing-holder-loses</th><td>error</td>
 *   <td>Otherwise a master whose balancer failed keeps the address from one that works.</td>
 *   <td>seen with keepalived 2.2.7</td></tr>
 * <tr><th scope="row">holder-stays</th><td>error</td>
 *   <td>Otherwise the address flaps back, and wanders when all fail.</td>
 *   <td>seen with keepalived 2.2.7</td></tr>
 * <tr><th scope="row">subnet-format</th><td>error</td>
 *   <td>Programs disagree on what a subnet with host bits means.</td>
 *   <td>RFC 4632, 3.1</td></tr>
 * <tr><th scope="row">subnet-size</th><td>error</td>
 *   <td>kubeadm refuses others.</td>
 *   <td>kubeadm's constants: node mask, service subnet bits</td></tr>
 * <tr><th scope="row">subnet-overlap</th><td>error</td>
 *   <td>Traffic to one would end in another.</td>
 *   <td>kubernetes.io/docs/concepts/cluster-administration/networking</td></tr>
 * <tr><th scope="row">subnet-families</th><td>error</td>
 *   <td>The first decides the API service's family; an odd one stays unused.</td>
 *   <td>kubernetes.io/docs/concepts/services-networking/dual-stack</td></tr>
 * <tr><th scope="row">dual-stack-version</th><td>error</td>
 *   <td>Before, dual stack is off without a feature gate.</td>
 *   <td>kubernetes.io/docs/concepts/services-networking/dual-stack</td></tr>
 * <tr><th scope="row">dns-domain</th><td>error</td>
 *   <td>The cluster's DNS server serves it.</td>
 *   <td>RFC 1123, 2.1</td></tr>
 * <tr><th scope="row">cri-socket</th><td>error</td>
 *   <td>kubeadm hands it to the kubelet, which dials it.</td>
 *   <td>kubernetes.io/docs/setup/production-environment/container-runtimes</td></tr>
 * <tr><th scope="row">preflight-check</th><td>error</td>
 *   <td>kubeadm silently ignores names that it does not know, and refuses the word all in a configuration file.</td>
 *   <td>kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-init</td></tr>
 * <tr><th scope="row">config-api</th><td>error</td>
 *   <td>kubeadm refuses others.</td>
 *   <td>kubernetes.io/docs/reference/config-api</td></tr>
 * </table>
 *
 * @since 0.1.0
 */
public enum Rule {
    /** A mandatory value is there. */
    REQUIRED(ERROR, "Without it there is nothing to build.", "Trivet's own keys"),
    /** The cluster's name is an RFC 1123 label: 1 to 63 lower-case letters, digits and inner hyphens. */
    NAME_FORMAT(ERROR, "It becomes kubeadm's clusterName, part of kubeconfig files.", "RFC 1123, 2.1"),
    /** The Kubernetes version is a full one, such as 1.35.9. */
    VERSION_FORMAT(
            ERROR,
            "A partial one means another release every month: masters would differ.",
            "kubernetes.io/releases/version-skew-policy"),
    /** The Kubernetes version is 1.20 or newer. */
    VERSION_SUPPORTED(
            ERROR,
            "Older kubeadm versions are untested with what is rendered.",
            "kubernetes.io/docs/reference/config-api"),
    /** The Kubernetes version still gets security fixes: as of 2026-11, 1.35 and newer. */
    VERSION_END_OF_LIFE(WARNING, "A version at its end of life gets no security fixes.", "kubernetes.io/releases"),
    /** An address is a strict literal, with a prefix for the virtual IP and without for a master. */
    ADDRESS_FORMAT(
            ERROR,
            "Programs read sloppy literals differently: 010 is ten to one and eight to another.",
            "RFC 6943, 3.1"),
    /**
     * An address is not unspecified, "this network" (0.0.0.0/8), loopback, link-local, multicast, IPv4 within IPv6, or the limited
     * broadcast; the pods' and the services' subnets do not overlap such ranges.
     */
    ADDRESS_KIND(ERROR, "kubeadm does not advertise such an address, and other hosts cannot reach it.", "RFC 6890"),
    /** An address is not its subnet's network or broadcast address. */
    ADDRESS_OF_A_HOST(ERROR, "These two mean the whole subnet.", "RFC 1122, 3.2.1.3; RFC 4291, 2.6.1"),
    /** There is at most one address of each family. */
    ADDRESS_FAMILY_ONCE(
            ERROR, "A second one would never be used.", "kubernetes.io/docs/concepts/services-networking/dual-stack"),
    /** Every master has the virtual IP's families, in its order. */
    ADDRESS_FAMILIES_AGREE(
            ERROR,
            "The virtual IP moves only among hosts that speak its family.",
            "kubernetes.io/docs/concepts/services-networking/dual-stack"),
    /** Every master lies in the virtual IP's subnet. */
    ADDRESS_IN_SUBNET(
            ERROR, "The address moves by ARP or neighbour discovery, which end at the subnet's edge.", "RFC 5798, 8"),
    /** No two masters share an address. */
    ADDRESS_UNIQUE(ERROR, "Two hosts with one address take each other's traffic.", "RFC 5227"),
    /** The virtual IP's prefix is 1 to 30 bits, or 1 to 126 for IPv6. */
    VIRTUAL_IP_PREFIX(ERROR, "A longer one leaves no room for masters beside it.", "RFC 4632"),
    /** The virtual IP is no master's own address. */
    VIRTUAL_IP_FREE(
            ERROR,
            "keepalived takes it without a word, and removes it from its host later.",
            "seen with keepalived 2.2.7"),
    /** An interface has 1 to 15 letters, digits, dots, hyphens or underscores; a letter or digit first. It is not lo. */
    INTERFACE_NAME(
            ERROR,
            "Linux takes 15 bytes, and other characters are live in keepalived's file.",
            "IFNAMSIZ; keepalived.conf(5)"),
    /** The virtual router id is 1 to 255. */
    ROUTER_ID_RANGE(ERROR, "keepalived leaves another one unset.", "RFC 5798, 5.2.3"),
    /** The number of masters is 3, 5 or 7. */
    MASTER_COUNT(
            WARNING,
            "One survives nothing, an even number no more than one fewer; past 7 etcd slows down.",
            "etcd.io/docs/latest/faq"),
    /** A master's name is an RFC 1123 name of 1 to 63 characters. */
    MASTER_NAME(
            ERROR,
            "It is the node's name and label, and its server's name in HAProxy.",
            "kubernetes.io/docs/concepts/overview/working-with-objects/names"),
    /** No two masters share a name. */
    MASTER_NAME_UNIQUE(
            ERROR,
            "The second to join would take over the first one's node.",
            "kubernetes.io/docs/concepts/architecture/nodes"),
    /** A priority is 1 to 254. */
    PRIORITY_RANGE(
            ERROR, "0 means giving up; 255 means address owner, for whom checks are ignored.", "RFC 5798, 5.2.4"),
    /** No two masters share a priority. */
    PRIORITY_UNIQUE(
            ERROR,
            "Equal ones take the address at once, and clients keep the loser's ARP entry.",
            "RFC 5798, 6.4.3; seen with keepalived 2.2.7"),
    /** Every priority stays within 1 to 254 with the weight and with the holder's bonus added. */
    PRIORITY_SUMS(ERROR, "keepalived cuts sums at the bounds, where masters tie.", "keepalived.conf(5)"),
    /** A port is 1 to 65535, one of HAProxy's 1024 or more. */
    PORT_RANGE(ERROR, "HAProxy's image runs as a user that cannot bind lower ones.", "hub.docker.com/_/haproxy"),
    /** The balancer's two ports and the API server's all differ. */
    PORT_UNIQUE(
            ERROR,
            "All are bound on the same hosts: the second to start fails.",
            "github.com/kubernetes/kubeadm/issues/2472"),
    /** No port is 2379, 2380, 2381, 10248, 10249, 10250, 10256, 10257 or 10259. */
    PORT_TAKEN(
            ERROR,
            "etcd, kubelet, kube-proxy, controller manager and scheduler listen there.",
            "kubernetes.io/docs/reference/networking/ports-and-protocols"),
    /** No port is 30000 to 32767. */
    PORT_NODE_PORT(
            ERROR,
            "That is the range of NodePorts: a service could take it away.",
            "kubernetes.io/docs/concepts/services-networking/service"),
    /** The most connections at once are 100 to 1,000,000. */
    MAX_CONNECTIONS(
            ERROR,
            "Fewer starve the cluster's own components; more take gigabytes.",
            "HAProxy configuration manual, 3.2"),
    /** The idle timeout is one minute to 24 days, in whole milliseconds. */
    IDLE_TIMEOUT(
            ERROR,
            "A shorter one cuts watches and exec; HAProxy counts milliseconds in 31 bits.",
            "HAProxy configuration manual, 2.5"),
    /** The endpoint's name is an RFC 1123 DNS name: not an address, not localhost or below it, and no master's own name. */
    ENDPOINT_NAME(ERROR, "It stands in URLs and certificates; an address is the virtual IP's part.", "RFC 1123, 2.1"),
    /** A certificate's additional name is a DNS name, a wildcard or an address. */
    CERT_SAN(ERROR, "kubeadm refuses anything else.", "RFC 5280, 4.2.1.6"),
    /** An image is a readable reference; the repository of Kubernetes' own images has no tag. */
    IMAGE_FORMAT(
            ERROR,
            "The container runtime refuses anything else, and the pod never starts.",
            "github.com/distribution/reference"),
    /** An image is not one that is known to be unfit. */
    IMAGE_UNFIT(
            WARNING,
            "osixia/keepalived 1 has no curl: the address stays. haproxy before 2.5 takes no grace.",
            "seen with osixia/keepalived 1.3.5-1; HAProxy's configuration manual"),
    /** An image that the spec names is pinned by digest. */
    IMAGE_PINNED(
            WARNING,
            "A tag can be moved: masters restarted on different days would differ.",
            "kubernetes.io/docs/concepts/containers/images"),
    /** The VRRP version is 2 or 3, and 3 where the first virtual IP is IPv6. */
    VRRP_VERSION(ERROR, "There is no other, and version 2 carries IPv4 only.", "RFC 3768; RFC 5798"),
    /** The advertisement interval is 10 ms to 40.95 s by 10 ms; in version 2 whole seconds, 1 to 255. */
    ADVERT_INTERVAL(
            ERROR,
            "The protocol has no room for more, and keepalived rounds the rest.",
            "RFC 5798, 5.2.7; RFC 3768, 5.3.7"),
    /** VRRP's password is 1 to 8 letters, digits, dots, hyphens or underscores. */
    AUTH_PASS_FORMAT(
            ERROR,
            "keepalived cuts it at 8, and other characters are live in its file.",
            "RFC 2338, 5.3.10; keepalived.conf(5)"),
    /** VRRP's password is given in version 2 only. */
    AUTH_PASS_VERSION(ERROR, "Version 3 has none: keepalived ignores it.", "RFC 5798, 9"),
    /** The check's interval is 1 to 60 whole seconds, its timeout 5 to 60. */
    CHECK_TIMING(
            ERROR, "keepalived before 2.3.2 ignores fractions; a check takes up to 4 s.", "seen with keepalived 2.2.7"),
    /** fall and rise are 1 to 100. */
    CHECK_COUNT(ERROR, "keepalived counts from 1; more only hides a failure.", "keepalived.conf(5)"),
    /** The check's weight is -253 to -1. */
    WEIGHT_RANGE(
            ERROR,
            "With 0 nobody has the address when all fail; a positive one rewards.",
            "seen with keepalived 2.2.7"),
    /** The holder's bonus is 1 to 253. */
    HOLDER_BONUS_RANGE(
            ERROR, "Without one the address moves again when a repaired master returns.", "keepalived.conf(5)"),
    /** The highest priority, plus the bonus, plus the weight, is below the lowest priority. */
    FAILING_HOLDER_LOSES(
            ERROR,
            "Otherwise a master whose balancer failed keeps the address from one that works.",
            "seen with keepalived 2.2.7"),
    /** The holder's bonus exceeds the distance of the highest from the lowest priority. */
    HOLDER_STAYS(ERROR, "Otherwise the address flaps back, and wanders when all fail.", "seen with keepalived 2.2.7"),
    /** A subnet is in CIDR form with its host bits zero, such as 10.244.0.0/16. */
    SUBNET_FORMAT(ERROR, "Programs disagree on what a subnet with host bits means.", "RFC 4632, 3.1"),
    /** Pods: /8 to /24 (IPv6 /48 to /64), a /24 (/64) per master; services: /12 to /28 (/108 to /124). */
    SUBNET_SIZE(ERROR, "kubeadm refuses others.", "kubeadm's constants: node mask, service subnet bits"),
    /** The pods', the services' and the masters' subnets lie apart. */
    SUBNET_OVERLAP(
            ERROR,
            "Traffic to one would end in another.",
            "kubernetes.io/docs/concepts/cluster-administration/networking"),
    /** Pod and service subnets have the virtual IP's families, in its order. */
    SUBNET_FAMILIES(
            ERROR,
            "The first decides the API service's family; an odd one stays unused.",
            "kubernetes.io/docs/concepts/services-networking/dual-stack"),
    /** Two families need Kubernetes 1.21 or newer. */
    DUAL_STACK_VERSION(
            ERROR,
            "Before, dual stack is off without a feature gate.",
            "kubernetes.io/docs/concepts/services-networking/dual-stack"),
    /** The services' DNS domain is an RFC 1123 DNS name. */
    DNS_DOMAIN(ERROR, "The cluster's DNS server serves it.", "RFC 1123, 2.1"),
    /** The container runtime's socket is an absolute path, with or without unix:// before it. */
    CRI_SOCKET(
            ERROR,
            "kubeadm hands it to the kubelet, which dials it.",
            "kubernetes.io/docs/setup/production-environment/container-runtimes"),
    /** A preflight check's name is made of letters, digits, dots, hyphens and underscores, and is not the word all. */
    PREFLIGHT_CHECK(
            ERROR,
            "kubeadm silently ignores names that it does not know, and refuses the word all in a configuration file.",
            "kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-init"),
    /** kubeadm's configuration format is one that the Kubernetes version reads. */
    CONFIG_API(ERROR, "kubeadm refuses others.", "kubernetes.io/docs/reference/config-api");

    private final Severity severity;
    private final String reason;
    private final String reference;

    Rule(Severity severity, String reason, String reference) {
        this.severity = severity;
        this.reason = reason;
        this.reference = reference;
    }

    /**
     * The rule's stable name.
     *
     * @return for instance {@code priority-range}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * How bad it is to break this rule.
     *
     * @return error or warning
     */
    public Severity severity() {
        return severity;
    }

    /**
     * What happens otherwise.
     *
     * @return one sentence
     */
    public String reason() {
        return reason;
    }

    /**
     * Where this is known from.
     *
     * @return an RFC, a page or an observation
     */
    public String reference() {
        return reference;
    }
}
