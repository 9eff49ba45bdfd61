package dev.trivet.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Makes the {@link Cluster} of a draft in which no rule found an error. */
final class Clusters {

    /** Where the kubelet before 1.24 spoke to Docker by itself. */
    private static final String DOCKERSHIM = "/var/run/dockershim.sock";

    private Clusters() {}

    static Cluster of(Draft draft) {
        var masters = masters(draft);
        var router = virtualRouter(draft);
        var endpoint =
                new Endpoint(draft.spec.endpointName().orElse(router.address().inUrl()), draft.port());
        return ImmutableCluster.builder()
                .spec(draft.spec)
                .name(draft.spec.name())
                .kubernetesVersion(draft.version.orElseThrow())
                .virtualRouter(router)
                .masters(masters)
                .balancer(new Balancer(draft.port(), draft.monitorPort(), draft.maxConnections(), draft.idleTimeout()))
                .endpoint(endpoint)
                .apiServerPort(draft.apiServerPort())
                .certSans(certSans(draft.spec, router, masters))
                .images(new Images(draft.keepalivedImage(), draft.haproxyImage()))
                .check(new BalancerCheck(
                        draft.checkInterval(),
                        draft.checkTimeout(),
                        draft.fall(),
                        draft.rise(),
                        draft.arithmetic.weight(),
                        draft.arithmetic.bonus()))
                .network(new ClusterNetwork(
                        subnets(draft.podSubnets()), subnets(draft.serviceSubnets()), draft.dnsDomain()))
                .kubeadm(kubeadm(draft))
                .build();
    }

    private static List<Master> masters(Draft draft) {
        var masters = new ArrayList<Master>();
        for (int i = 0; i < draft.spec.masters().size(); i++) {
            var written = draft.spec.masters().get(i);
            masters.add(new Master(
                    written.name(),
                    draft.masterAddresses.get(i).stream()
                            .map(Optional::orElseThrow)
                            .toList(),
                    draft.networkInterface(written).orElseThrow(),
                    draft.priorities.get(i)));
        }
        return masters;
    }

    private static VirtualRouter virtualRouter(Draft draft) {
        return new VirtualRouter(
                draft.virtualAddresses.stream().map(Optional::orElseThrow).toList(),
                draft.routerId(),
                draft.vrrpVersion(),
                draft.advertInterval(),
                draft.peers(),
                draft.spec.keepalived().authPass());
    }

    private static List<String> certSans(ClusterSpec spec, VirtualRouter router, List<Master> masters) {
        var sans = new LinkedHashSet<String>();
        router.addresses().forEach(virtual -> sans.add(virtual.address().toString()));
        spec.endpointName().ifPresent(sans::add);
        for (Master master : masters) {
            sans.add(master.name());
            master.addresses().forEach(address -> sans.add(address.toString()));
        }
        spec.apiServer()
                .certSans()
                .forEach(san ->
                        sans.add(Literals.address(san).map(IpAddress::toString).orElse(san)));
        return List.copyOf(sans);
    }

    private static List<Subnet> subnets(List<String> texts) {
        return texts.stream().map(text -> Literals.subnet(text).orElseThrow()).toList();
    }

    private static KubeadmSettings kubeadm(Draft draft) {
        var written = draft.spec.kubeadm();
        return new KubeadmSettings(
                written.configApi().orElseGet(() -> KubeadmApi.newestOf(draft.version.orElseThrow())),
                written.imageRepository(),
                written.criSocket().map(Clusters::withScheme),
                written.ignorePreflightErrors());
    }

    /** But kubeadm before 1.24 knows Docker by this very path, and takes anything else for a runtime of its own. */
    private static String withScheme(String socket) {
        return socket.startsWith("/") && !socket.equals(DOCKERSHIM) ? "unix://" + socket : socket;
    }
}
