package dev.trivet.render;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Keepalived;
import dev.trivet.spec.MasterNode;
import dev.trivet.spec.VirtualIp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The texts of a spec, and what may stand in each: as its first letter, within it and as its last one. Written by hand, so that
 * it says what the rules should, not what they do.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list and the writers never change
enum TextField {
    NAME("edge", "[a-z0-9]", "[a-z0-9-]", "[a-z0-9]", ClusterSpec::withName),
    VERSION("1.35.9", "v", "[0-9]", "[0-9]", ClusterSpec::withKubernetesVersion),
    VIRTUAL_IP("192.168.1.50/24", "", "", "", (spec, text) -> virtualIp(spec, ip -> ip.withAddresses(text))),
    SHARED_INTERFACE(
            "eth0",
            "[A-Za-z0-9]",
            "[A-Za-z0-9_.-]",
            "[A-Za-z0-9_.-]",
            (spec, text) -> virtualIp(spec, ip -> ip.onInterface(text))),
    MASTER_NAME("m1", "[a-z0-9]", "[a-z0-9.-]", "[a-z0-9]", (spec, text) -> master(spec, node -> node.withName(text))),
    MASTER_ADDRESS("192.168.1.141", "", "", "", (spec, text) -> master(spec, node -> node.withAddresses(text))),
    MASTER_INTERFACE(
            "eth0",
            "[A-Za-z0-9]",
            "[A-Za-z0-9_.-]",
            "[A-Za-z0-9_.-]",
            (spec, text) -> master(spec, node -> node.onInterface(text))),
    ENDPOINT_NAME("api", "[a-z0-9]", "[a-z0-9.-]", "[a-z0-9]", ClusterSpec::withEndpointName),
    CERT_SAN(
            "api",
            "[a-z0-9]",
            "[a-z0-9.-]",
            "[a-z0-9]",
            (spec, text) -> spec.withApiServer(spec.apiServer().withCertSans(text))),
    KEEPALIVED_IMAGE(
            "osixia/keepalived:2.0.20",
            "[A-Za-z0-9]",
            "[a-z0-9._/-]",
            "[A-Za-z0-9._-]",
            (spec, text) -> spec.withKeepalived(spec.keepalived().withImage(text))),
    PASSWORD(
            "secret",
            "[A-Za-z0-9._-]",
            "[A-Za-z0-9._-]",
            "[A-Za-z0-9._-]",
            (spec, text) -> spec.withKeepalived(spec.keepalived().withAuthPass(text))),
    HAPROXY_IMAGE(
            "haproxy:3.2",
            "[a-z0-9]",
            "[a-z0-9._/-]",
            "[A-Za-z0-9._-]",
            (spec, text) -> spec.withHaproxy(spec.haproxy().withImage(text))),
    POD_SUBNET(
            "10.244.0.0/16",
            "[12]",
            "",
            "",
            (spec, text) -> spec.withNetwork(spec.network().withPodSubnets(text))),
    SERVICE_SUBNET(
            "10.96.0.0/12",
            "[12]",
            "",
            "",
            (spec, text) -> spec.withNetwork(spec.network().withServiceSubnets(text))),
    DNS_DOMAIN(
            "cluster.local",
            "[a-z0-9]",
            "[a-z0-9.-]",
            "[a-z0-9]",
            (spec, text) -> spec.withNetwork(spec.network().withDnsDomain(text))),
    IMAGE_REPOSITORY(
            "registry.example/k8s",
            "[A-Za-z0-9]",
            "[A-Za-z0-9._/-]",
            "[a-z0-9]",
            (spec, text) -> spec.withKubeadm(spec.kubeadm().withImageRepository(text))),
    CRI_SOCKET(
            "unix:///run/crio.sock",
            "",
            "[A-Za-z0-9._/-]",
            "[A-Za-z0-9._-]",
            (spec, text) -> spec.withKubeadm(spec.kubeadm().withCriSocket(text))),
    PREFLIGHT_CHECK(
            "Swap",
            "[A-Za-z0-9]",
            "[A-Za-z0-9._-]",
            "[A-Za-z0-9._-]",
            (spec, text) -> spec.withKubeadm(spec.kubeadm().withIgnorePreflightErrors(text)));

    /** Beyond ASCII and Latin 1, with the C1 controls, the no-break space and the soft hyphen on the way. */
    private static final int LAST_CODE_POINT = 0x2ff;

    private final String plain;
    private final List<String> allowed;
    private final BiFunction<ClusterSpec, String, ClusterSpec> writer;

    TextField(
            String plain,
            String first,
            String within,
            String last,
            BiFunction<ClusterSpec, String, ClusterSpec> writer) {
        this.plain = plain;
        this.allowed = List.of(first, within, last);
        this.writer = writer;
    }

    /** A text with one code point put into it, and whether it may be there. */
    record Variation(TextField field, String text, boolean isAllowed) {

        ClusterSpec in(ClusterSpec spec) {
            return field.writer.apply(spec, text);
        }

        @Override
        public String toString() {
            return field + " "
                    + text.codePoints()
                            .mapToObj(point ->
                                    point > ' ' && point < 0x7f ? Character.toString(point) : "<%x>".formatted(point))
                            .collect(Collectors.joining());
        }
    }

    /** Every code point in every place. */
    List<Variation> variations() {
        var all = new ArrayList<Variation>();
        for (int place = 0; place < allowed.size(); place++) {
            int offset = plain.length() * place / 2;
            var wanted = allowed.get(place);
            IntStream.rangeClosed(0, LAST_CODE_POINT)
                    .mapToObj(Character::toString)
                    .forEach(letter -> {
                        var text = plain.substring(0, offset) + letter + plain.substring(offset);
                        all.add(new Variation(this, text, letter.matches(wanted)));
                    });
        }
        return all;
    }

    /** A valid spec in which all of them are written; with one master, whose files are the ones to look at. */
    static ClusterSpec plainest() {
        var spec = ClusterSpec.named("")
                .kubernetesVersion("")
                .virtualIp(VirtualIp.of(""))
                .master("", "")
                .keepalived(Keepalived.defaults().withVrrpVersion(2))
                .build();
        for (TextField field : values()) {
            spec = field.writer.apply(spec, field.plain);
        }
        return spec;
    }

    /** As few specs as have every allowed variation of every field in one of them. */
    static List<ClusterSpec> allowed() {
        return together(Variation::isAllowed);
    }

    /** As few specs as have every such variation of every field in one of them. */
    static List<ClusterSpec> together(Predicate<Variation> which) {
        var columns = Arrays.stream(values())
                .map(field -> field.variations().stream().filter(which).toList())
                .filter(column -> !column.isEmpty())
                .toList();
        int rows = columns.stream().mapToInt(List::size).max().orElseThrow();
        return IntStream.range(0, rows)
                .mapToObj(row -> {
                    var spec = plainest();
                    for (List<Variation> column : columns) {
                        spec = column.get(row % column.size()).in(spec);
                    }
                    return spec;
                })
                .toList();
    }

    private static ClusterSpec virtualIp(ClusterSpec spec, UnaryOperator<VirtualIp> change) {
        return spec.withVirtualIp(change.apply(spec.virtualIp()));
    }

    private static ClusterSpec master(ClusterSpec spec, UnaryOperator<MasterNode> change) {
        return spec.withMasters(List.of(change.apply(spec.masters().get(0))));
    }
}
