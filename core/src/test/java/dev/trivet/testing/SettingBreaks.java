package dev.trivet.testing;

import dev.trivet.spec.ApiServer;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Haproxy;
import dev.trivet.spec.LoadBalancer;
import dev.trivet.spec.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Ports, limits, images and kubeadm's settings gone wrong. */
final class SettingBreaks {

    private SettingBreaks() {}

    static List<SpecBreak> all() {
        return List.of(
                balancer(Rule.PORT_RANGE, "port", balancer -> balancer.withPort(443)),
                balancer(Rule.PORT_RANGE, "monitorPort", balancer -> balancer.withMonitorPort(65536)),
                apiServerPort(Rule.PORT_RANGE, 0),
                apiServerPort(Rule.PORT_TAKEN, 10250),
                balancer(Rule.PORT_TAKEN, "port", balancer -> balancer.withPort(2379)),
                balancer(Rule.PORT_NODE_PORT, "monitorPort", balancer -> balancer.withMonitorPort(30000)),
                SpecBreak.of(
                        Rule.PORT_UNIQUE,
                        "loadBalancer.port",
                        spec -> spec.withLoadBalancer(LoadBalancer.defaults().withPort(6443))
                                .withApiServer(ApiServer.defaults())),
                balancer(Rule.MAX_CONNECTIONS, "maxConnections", balancer -> balancer.withMaxConnections(99)),
                balancer(
                        Rule.IDLE_TIMEOUT, "idleTimeout", balancer -> balancer.withIdleTimeout(Duration.ofSeconds(59))),
                haproxyImage(Rule.IMAGE_FORMAT, "haproxy:3.2 "),
                haproxyImage(Rule.IMAGE_FORMAT, "HAProxy:3.2"),
                haproxyImage(Rule.IMAGE_UNFIT, "haproxy:2.4.30"),
                new SpecBreak(Rule.IMAGE_PINNED, "haproxy.image", SettingBreaks::movableImage),
                SpecBreak.of(
                        Rule.IMAGE_UNFIT,
                        "keepalived.image",
                        spec -> spec.withKeepalived(spec.keepalived().withImage("osixia/keepalived:1.3.5-1"))),
                SpecBreak.of(
                        Rule.IMAGE_FORMAT,
                        "kubeadm.imageRepository",
                        spec -> spec.withKubeadm(spec.kubeadm().withImageRepository("registry.example/k8s:v1"))),
                SpecBreak.of(
                        Rule.CRI_SOCKET,
                        "kubeadm.criSocket",
                        spec -> spec.withKubeadm(spec.kubeadm().withCriSocket("containerd.sock"))),
                SpecBreak.of(
                        Rule.PREFLIGHT_CHECK,
                        "kubeadm.ignorePreflightErrors[0]",
                        spec -> spec.withKubeadm(spec.kubeadm().withIgnorePreflightErrors("Swap,NumCPU"))),
                SpecBreak.of(
                        Rule.PREFLIGHT_CHECK,
                        "kubeadm.ignorePreflightErrors[0]",
                        spec -> spec.withKubeadm(spec.kubeadm().withIgnorePreflightErrors("all"))));
    }

    private static SpecBreak balancer(Rule rule, String key, UnaryOperator<LoadBalancer> change) {
        return SpecBreak.of(
                rule, "loadBalancer." + key, spec -> spec.withLoadBalancer(change.apply(spec.loadBalancer())));
    }

    private static SpecBreak apiServerPort(Rule rule, int port) {
        return SpecBreak.of(
                rule,
                "apiServer.port",
                spec -> spec.withApiServer(spec.apiServer().withPort(port)));
    }

    private static Optional<ClusterSpec> movableImage(ClusterSpec spec) {
        boolean already =
                spec.haproxy().image().filter(image -> !image.contains("@")).isPresent();
        return already
                ? Optional.empty()
                : Optional.of(spec.withHaproxy(Haproxy.defaults().withImage("haproxy:3.2")));
    }

    private static SpecBreak haproxyImage(Rule rule, String image) {
        return SpecBreak.of(
                rule,
                "haproxy.image",
                spec -> spec.withHaproxy(Haproxy.defaults().withImage(image)));
    }
}
