package dev.trivet.testing;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.KubeadmApi;
import dev.trivet.spec.MasterNode;
import dev.trivet.spec.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Names, versions and the number of masters gone wrong. */
final class NameBreaks {

    private NameBreaks() {}

    static List<SpecBreak> all() {
        return List.of(
                SpecBreak.of(Rule.REQUIRED, "name", spec -> spec.withName("")),
                SpecBreak.of(Rule.REQUIRED, "kubernetesVersion", spec -> spec.withKubernetesVersion("")),
                SpecBreak.of(Rule.REQUIRED, "masters", spec -> spec.withMasters(List.of())),
                SpecBreak.of(Rule.REQUIRED, "masters[0].name", spec -> first(spec, master -> master.withName(""))),
                SpecBreak.of(Rule.NAME_FORMAT, "name", spec -> spec.withName("Edge")),
                SpecBreak.of(Rule.NAME_FORMAT, "name", spec -> spec.withName("edge.one")),
                SpecBreak.of(
                        Rule.MASTER_NAME, "masters[0].name", spec -> first(spec, master -> master.withName("-m1"))),
                SpecBreak.of(
                        Rule.MASTER_NAME,
                        "masters[0].name",
                        spec -> first(spec, master -> master.withName("a".repeat(60) + ".bcd"))),
                new SpecBreak(Rule.MASTER_NAME_UNIQUE, "masters[1].name", NameBreaks::sameName),
                new SpecBreak(Rule.MASTER_COUNT, "masters", NameBreaks::oneMasterFewer),
                SpecBreak.of(Rule.VERSION_FORMAT, "kubernetesVersion", spec -> spec.withKubernetesVersion("1.35")),
                SpecBreak.of(
                        Rule.VERSION_SUPPORTED, "kubernetesVersion", spec -> spec.withKubernetesVersion("1.19.16")),
                new SpecBreak(
                        Rule.VERSION_END_OF_LIFE,
                        "kubernetesVersion",
                        spec -> isAtEndOfLife(spec)
                                ? Optional.empty()
                                : Optional.of(spec.withKubernetesVersion("1.34.2"))),
                SpecBreak.of(Rule.CONFIG_API, "kubeadm.configApi", NameBreaks::otherConfigApi),
                SpecBreak.of(Rule.ENDPOINT_NAME, "endpointName", spec -> spec.withEndpointName("192.168.1.50")),
                SpecBreak.of(Rule.ENDPOINT_NAME, "endpointName", spec -> spec.withEndpointName("api.localhost")),
                SpecBreak.of(
                        Rule.CERT_SAN,
                        "apiServer.certSans[0]",
                        spec -> spec.withApiServer(spec.apiServer().withCertSans("https://api"))),
                SpecBreak.of(
                        Rule.DNS_DOMAIN,
                        "network.dnsDomain",
                        spec -> spec.withNetwork(spec.network().withDnsDomain("cluster..local"))));
    }

    static boolean isAtEndOfLife(ClusterSpec spec) {
        return spec.validate().violations().stream()
                .anyMatch(violation -> violation.rule() == Rule.VERSION_END_OF_LIFE);
    }

    private static ClusterSpec otherConfigApi(ClusterSpec spec) {
        var version = spec.validate().orThrow().kubernetesVersion();
        var unread = KubeadmApi.V1BETA2.isReadBy(version) ? KubeadmApi.V1BETA4 : KubeadmApi.V1BETA2;
        return spec.withKubeadm(spec.kubeadm().withConfigApi(unread));
    }

    static ClusterSpec first(ClusterSpec spec, UnaryOperator<MasterNode> change) {
        return nth(spec, 0, change);
    }

    static ClusterSpec nth(ClusterSpec spec, int index, UnaryOperator<MasterNode> change) {
        var masters = new ArrayList<>(spec.masters());
        masters.set(index, change.apply(masters.get(index)));
        return spec.withMasters(masters);
    }

    private static Optional<ClusterSpec> sameName(ClusterSpec spec) {
        return spec.masters().size() < 2
                ? Optional.empty()
                : Optional.of(nth(
                        spec, 1, master -> master.withName(spec.masters().get(0).name())));
    }

    private static Optional<ClusterSpec> oneMasterFewer(ClusterSpec spec) {
        int count = spec.masters().size();
        return count < 3 || count % 2 == 0
                ? Optional.empty()
                : Optional.of(spec.withMasters(spec.masters().subList(0, count - 1)));
    }
}
