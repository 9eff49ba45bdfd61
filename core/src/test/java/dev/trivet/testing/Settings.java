package dev.trivet.testing;

import dev.trivet.spec.ApiServer;
import dev.trivet.spec.Haproxy;
import dev.trivet.spec.Keepalived;
import dev.trivet.spec.Kubeadm;
import dev.trivet.spec.LoadBalancer;
import dev.trivet.spec.Network;
import dev.trivet.spec.VrrpPeers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary settings, each of them often left out. */
final class Settings {

    private static final double WRITTEN = 0.4;
    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

    /** The three ports live together, since they must differ. */
    record Front(LoadBalancer loadBalancer, ApiServer apiServer) {}

    private Settings() {}

    static Arbitrary<String> version(Site site) {
        int oldest = site.families().isDual() ? 21 : 20;
        return Combinators.combine(
                        Arbitraries.integers().between(oldest, 40),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of("", "v"))
                .as((minor, patch, prefix) -> prefix + "1." + minor + "." + patch);
    }

    static Arbitrary<Front> balancers() {
        var ports = Arbitraries.of(8443, 4200, 7443, 9443, 16443, 1024, 29999, 32768, 65535)
                .set()
                .ofSize(3)
                .map(List::copyOf)
                .optional(WRITTEN);
        return Combinators.combine(
                        ports,
                        Arbitraries.integers().between(100, 1_000_000).optional(WRITTEN),
                        Arbitraries.longs()
                                .between(60_000, Duration.ofDays(24).toMillis())
                                .map(Duration::ofMillis)
                                .optional(WRITTEN),
                        Arbitraries.of("api.example.org", "*.example.org", "10.1.2.3", "2001:db8::7")
                                .list()
                                .ofMaxSize(2))
                .as((chosen, connections, idle, sans) -> {
                    var balancer = LoadBalancer.defaults()
                            .withPort(chosen.map(list -> list.get(0)))
                            .withMonitorPort(chosen.map(list -> list.get(1)))
                            .withMaxConnections(connections)
                            .withIdleTimeout(idle);
                    var apiServer = ApiServer.defaults()
                            .withPort(chosen.map(list -> list.get(2)))
                            .withCertSans(sans);
                    return new Front(balancer, apiServer);
                });
    }

    static Arbitrary<Keepalived> keepalived(Site site) {
        boolean ipv6First = site.families() == Site.Families.IPV6 || site.families() == Site.Families.IPV6_IPV4;
        return Arbitraries.of(ipv6First ? List.of(3) : List.of(3, 3, 2))
                .optional(WRITTEN)
                .flatMap(version -> Combinators.combine(
                                advertIntervals(version.orElse(3)).optional(WRITTEN),
                                Arbitraries.of(VrrpPeers.values()).optional(WRITTEN),
                                passwords(version.orElse(3)),
                                Arbitraries.of(
                                                "osixia/keepalived:2.0.20",
                                                "registry.example:5000/infra/keepalived:2.3" + DIGEST)
                                        .optional(WRITTEN))
                        .as((interval, peers, password, image) -> Keepalived.defaults()
                                .withVrrpVersion(version)
                                .withAdvertInterval(interval)
                                .withPeers(peers)
                                .withAuthPass(password)
                                .withImage(image)));
    }

    static Arbitrary<Haproxy> haproxy() {
        return Arbitraries.of("haproxy:3.0", "haproxy" + DIGEST, "registry.example/haproxy-alpine_1:3.2" + DIGEST)
                .optional(WRITTEN)
                .map(image -> Haproxy.defaults().withImage(image));
    }

    static Arbitrary<Network> networks(Site site) {
        return Combinators.combine(
                        Arbitraries.of("10.32.0.0/16", "10.0.0.0/12", "100.64.0.0/10")
                                .optional(WRITTEN),
                        Arbitraries.of("10.112.0.0/12", "198.18.0.0/16").optional(WRITTEN),
                        Arbitraries.of("cluster.local", "k8s.example.org").optional(WRITTEN))
                .as((pods, services, domain) -> Network.defaults()
                        .withPodSubnets(pods.map(ipv4 -> site.families().pick(ipv4, "fd00:aa::/48"))
                                .orElse(List.of()))
                        .withServiceSubnets(services.map(ipv4 -> site.families().pick(ipv4, "fd00:bb::/108"))
                                .orElse(List.of()))
                        .withDnsDomain(domain));
    }

    static Arbitrary<Kubeadm> kubeadm() {
        return Combinators.combine(
                        Arbitraries.of("registry.example/k8s", "registry.example:5000")
                                .optional(WRITTEN),
                        Arbitraries.of("unix:///run/containerd/containerd.sock", "/var/run/crio/crio.sock")
                                .optional(WRITTEN),
                        Arbitraries.of("Swap", "NumCPU", "Port-10250").list().ofMaxSize(2))
                .as((repository, socket, ignored) -> Kubeadm.defaults()
                        .withImageRepository(repository)
                        .withCriSocket(socket)
                        .withIgnorePreflightErrors(ignored));
    }

    static Arbitrary<Optional<String>> endpointNames() {
        return Arbitraries.of("api.example.org", "k8s").optional(WRITTEN);
    }

    private static Arbitrary<Duration> advertIntervals(int version) {
        return version == 2
                ? Arbitraries.integers().between(1, 255).map(Duration::ofSeconds)
                : Arbitraries.integers().between(1, 4095).map(hundredths -> Duration.ofMillis(10L * hundredths));
    }

    private static Arbitrary<Optional<String>> passwords(int version) {
        return version == 2
                ? Arbitraries.strings()
                        .alpha()
                        .numeric()
                        .withChars("._-")
                        .ofMinLength(1)
                        .ofMaxLength(8)
                        .optional(WRITTEN)
                : Arbitraries.just(Optional.empty());
    }
}
