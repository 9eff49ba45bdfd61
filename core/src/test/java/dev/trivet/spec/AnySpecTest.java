package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a spec says, it is built, judged and written: only insisting on a cluster throws. */
class AnySpecTest {

    private static final List<String> PLAUSIBLE = List.of(
            "",
            "edge",
            "m1",
            "1.35.9",
            "1.20.0",
            "eth0",
            "192.168.1.50/24",
            "192.168.1.50",
            "10.0.0.0/8",
            "0.0.0.0/0",
            "fd00::1/64",
            "::/0",
            "fd00::1",
            "haproxy:3.2",
            "/run/x.sock",
            "42",
            "null",
            "~",
            "- a",
            "a: b",
            "&a",
            "!a");

    private static final String UNUSUAL = "\u0000\u0007\t\r\n\u0085\u2028\uFEFF\uFFFF\"'\\#";

    @Property(edgeCases = EdgeCasesMode.NONE)
    void isJudgedInTheDocumentsOrder(@ForAll("anySpecs") ClusterSpec spec) {
        var validation = spec.validate();
        assertThat(validation.violations()).extracting(Violation::path).isSortedAccordingTo(new DocumentOrder());
        assertThat(validation.isValid()).isEqualTo(Violations.errorsOf(spec).isEmpty());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void isWrittenAndReadAsTheSame(@ForAll("anySpecs") ClusterSpec spec) {
        assertThat(ClusterYaml.read(ClusterYaml.write(spec))).isEqualTo(spec);
    }

    @Provide
    Arbitrary<ClusterSpec> anySpecs() {
        var named = Combinators.combine(
                        texts(), texts(), virtualIps(), masters().list().ofMaxSize(8))
                .as((name, version, virtualIp, masters) -> ClusterSpec.named(name)
                        .kubernetesVersion(version)
                        .virtualIp(virtualIp)
                        .build()
                        .withMasters(masters));
        return Combinators.combine(
                        named, texts().optional(), balancers(), keepalived(), checks(), networks(), kubeadm())
                .as((spec, endpoint, balancer, keepalived, check, network, kubeadm) -> spec.withEndpointName(endpoint)
                        .withLoadBalancer(balancer)
                        .withKeepalived(keepalived)
                        .withHealthCheck(check)
                        .withNetwork(network)
                        .withKubeadm(kubeadm));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.of(PLAUSIBLE)),
                Tuple.of(20, Arbitraries.strings().withCharRange(' ', '\u00ff').ofMaxLength(12)),
                Tuple.of(20, Arbitraries.strings().withChars(UNUSUAL).ofMaxLength(4)),
                Tuple.of(1, Arbitraries.of("a.", "/a", "a-", "1:", "9", " ").map(part -> part.repeat(10_000))));
    }

    private static Arbitrary<Integer> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers(),
                Arbitraries.integers().between(-300, 300),
                Arbitraries.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 8443, 6443));
    }

    private static Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(-864_000_000_000L, 864_000_000_000L).map(Duration::ofMillis);
    }

    private static Arbitrary<List<String>> lists() {
        return texts().list().ofMaxSize(3);
    }

    private static Arbitrary<VirtualIp> virtualIps() {
        return Combinators.combine(lists(), texts().optional(), numbers().optional())
                .as((addresses, name, id) -> VirtualIp.unset()
                        .withAddresses(addresses)
                        .withNetworkInterface(name)
                        .withRouterId(id));
    }

    private static Arbitrary<MasterNode> masters() {
        return Combinators.combine(
                        texts(), lists(), texts().optional(), numbers().optional(0.3))
                .as((name, addresses, networkInterface, priority) -> MasterNode.of(name, "")
                        .withAddresses(addresses)
                        .withNetworkInterface(networkInterface)
                        .withPriority(priority));
    }

    private static Arbitrary<LoadBalancer> balancers() {
        return Combinators.combine(
                        numbers().optional(),
                        numbers().optional(),
                        numbers().optional(),
                        durations().optional())
                .as((port, monitor, connections, idle) -> LoadBalancer.defaults()
                        .withPort(port)
                        .withMonitorPort(monitor)
                        .withMaxConnections(connections)
                        .withIdleTimeout(idle));
    }

    private static Arbitrary<Keepalived> keepalived() {
        return Combinators.combine(
                        texts().optional(), numbers().optional(), durations().optional(), texts().optional())
                .as((image, version, interval, password) -> Keepalived.defaults()
                        .withImage(image)
                        .withVrrpVersion(version)
                        .withAdvertInterval(interval)
                        .withAuthPass(password));
    }

    private static Arbitrary<HealthCheck> checks() {
        return Combinators.combine(
                        durations().optional(),
                        numbers().optional(),
                        numbers().optional(),
                        numbers().optional())
                .as((interval, fall, weight, bonus) -> HealthCheck.defaults()
                        .withInterval(interval)
                        .withFall(fall)
                        .withWeight(weight)
                        .withHolderBonus(bonus));
    }

    private static Arbitrary<Network> networks() {
        return Combinators.combine(lists(), lists(), texts().optional())
                .as((pods, services, domain) -> Network.defaults()
                        .withPodSubnets(pods)
                        .withServiceSubnets(services)
                        .withDnsDomain(domain));
    }

    private static Arbitrary<Kubeadm> kubeadm() {
        return Combinators.combine(
                        texts().optional(),
                        texts().optional(),
                        lists(),
                        Arbitraries.of(KubeadmApi.class).optional())
                .as((repository, socket, checks, api) -> Kubeadm.defaults()
                        .withImageRepository(repository)
                        .withCriSocket(socket)
                        .withIgnorePreflightErrors(checks)
                        .withConfigApi(api));
    }
}
