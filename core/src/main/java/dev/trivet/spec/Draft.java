package dev.trivet.spec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A spec on its way to being a {@link Cluster}: every text read as far as it can be, and the spec's silences filled in.
 * The rules look at this; the defaults of the standard renderers stand nowhere else.
 */
final class Draft {

    final ClusterSpec spec;
    final Optional<KubernetesVersion> version;
    final List<Optional<VirtualAddress>> virtualAddresses;
    final List<List<Optional<IpAddress>>> masterAddresses;
    final List<Integer> priorities;
    final Arithmetic arithmetic;

    Draft(ClusterSpec spec) {
        this.spec = spec;
        this.version = KubernetesVersion.parse(spec.kubernetesVersion());
        this.virtualAddresses = spec.virtualIp().addresses().stream()
                .map(Literals::addressWithPrefix)
                .toList();
        this.masterAddresses = spec.masters().stream()
                .map(master ->
                        master.addresses().stream().map(Literals::address).toList())
                .toList();
        this.priorities = Priorities.proved(
                spec.masters().stream().map(MasterNode::priority).toList(), spec.healthCheck());
        this.arithmetic = Arithmetic.of(priorities, spec.healthCheck());
    }

    /** The families of the virtual IP, in its order, as far as its addresses can be read. */
    List<AddressFamily> families() {
        return virtualAddresses.stream()
                .flatMap(Optional::stream)
                .map(virtual -> virtual.address().family())
                .toList();
    }

    /** Whether nothing is wrong with the virtual IP by itself, so that other values can be held against it. */
    boolean hasSoundVirtualIp() {
        return !virtualAddresses.isEmpty()
                && virtualAddresses.stream()
                        .allMatch(virtual ->
                                virtual.filter(VirtualAddress::isSound).isPresent())
                && families().stream().distinct().count() == virtualAddresses.size();
    }

    boolean carriesVrrpOverIpv6() {
        return !families().isEmpty() && families().get(0) == AddressFamily.IPV6;
    }

    int routerId() {
        return spec.virtualIp()
                .routerId()
                .orElseGet(() -> virtualAddresses.stream()
                        .flatMap(Optional::stream)
                        .map(virtual -> Math.max(1, virtual.address().lastByte()))
                        .findFirst()
                        .orElse(1));
    }

    Optional<String> networkInterface(MasterNode master) {
        return master.networkInterface().or(() -> spec.virtualIp().networkInterface());
    }

    int port() {
        return spec.loadBalancer().port().orElse(8443);
    }

    int monitorPort() {
        return spec.loadBalancer().monitorPort().orElse(9444);
    }

    int maxConnections() {
        return spec.loadBalancer().maxConnections().orElse(8000);
    }

    Duration idleTimeout() {
        return spec.loadBalancer().idleTimeout().orElse(Duration.ofHours(1));
    }

    int apiServerPort() {
        return spec.apiServer().port().orElse(6443);
    }

    String keepalivedImage() {
        return spec.keepalived().image().orElse("osixia/keepalived:2.0.20");
    }

    String haproxyImage() {
        return spec.haproxy().image().orElse("haproxy:3.2");
    }

    int vrrpVersion() {
        return spec.keepalived().vrrpVersion().orElse(3);
    }

    /** Version 2 counts whole seconds only. */
    Duration advertInterval() {
        return spec.keepalived()
                .advertInterval()
                .orElse(vrrpVersion() == 2 ? Duration.ofSeconds(1) : Duration.ofMillis(300));
    }

    VrrpPeers peers() {
        return spec.keepalived().peers().orElse(VrrpPeers.UNICAST);
    }

    Duration checkInterval() {
        return spec.healthCheck().interval().orElse(Duration.ofSeconds(1));
    }

    Duration checkTimeout() {
        return spec.healthCheck().timeout().orElse(Duration.ofSeconds(8));
    }

    int fall() {
        return spec.healthCheck().fall().orElse(1);
    }

    int rise() {
        return spec.healthCheck().rise().orElse(3);
    }

    List<String> podSubnets() {
        return orByFamily(spec.network().podSubnets(), "10.244.0.0/16", "fd00:10:244::/56");
    }

    List<String> serviceSubnets() {
        return orByFamily(spec.network().serviceSubnets(), "10.96.0.0/12", "fd00:10:96::/112");
    }

    String dnsDomain() {
        return spec.network().dnsDomain().orElse("cluster.local");
    }

    /** The masters' subnets, when the virtual IP can be relied on to tell them. */
    List<Subnet> nodeSubnets() {
        return hasSoundVirtualIp()
                ? virtualAddresses.stream()
                        .flatMap(Optional::stream)
                        .map(VirtualAddress::subnet)
                        .toList()
                : List.of();
    }

    private List<String> orByFamily(List<String> written, String ipv4, String ipv6) {
        return written.isEmpty()
                ? families().stream()
                        .distinct()
                        .map(family -> family == AddressFamily.IPV4 ? ipv4 : ipv6)
                        .toList()
                : written;
    }
}
