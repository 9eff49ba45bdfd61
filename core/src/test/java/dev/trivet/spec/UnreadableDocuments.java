package dev.trivet.spec;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents that are no specs, or what is below their header, with the place and the beginning of what is said of each. */
class UnreadableDocuments {

    private UnreadableDocuments() {}

    static Stream<Arguments> unknownKeys() {
        return Stream.of(
                arguments("naem: edge", "3:1", "naem is not known; did you mean name?"),
                arguments("name: a\nloadbalancer: {}", "4:1", "did you mean loadBalancer?"),
                arguments(
                        "masters:\n  - {name: m1, adress: a}",
                        "4:16",
                        "masters[0].adress is not known; did you mean address?"),
                arguments("virtualIp: {networkInterface: a}", "3:13", "did you mean interface?"),
                arguments("kubeadm: {configAPI: v1beta4}", "3:11", "did you mean configApi?"),
                arguments("virtualIp.address: a", "3:1", "virtualIp.address is not known"),
                arguments("<<: {name: a}", "3:1", "<< is not known"));
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(
                arguments("loadBalancer: {port: abc}", "3:22", "loadBalancer.port must be a whole number"),
                arguments(
                        "loadBalancer: {port: '8443'}",
                        "3:22",
                        "loadBalancer.port must be a whole number, without quotes"),
                arguments("loadBalancer: {port: ''}", "3:22", "loadBalancer.port"),
                arguments("loadBalancer: {port: true}", "3:22", "loadBalancer.port"),
                arguments("loadBalancer: {port: [8443]}", "3:22", "loadBalancer.port"),
                arguments("loadBalancer: {port: {}}", "3:22", "loadBalancer.port"),
                arguments("loadBalancer: [1]", "3:15", "loadBalancer must be a mapping"),
                arguments("loadBalancer: ''", "3:15", "loadBalancer must be a mapping"));
    }

    static Stream<Arguments> wrongTextsAndLists() {
        return Stream.of(
                arguments("name: [a]", "3:7", "name must be a text"),
                arguments("name: {a: b}", "3:7", "name must be a text"),
                arguments("virtualIp: {address: {a: b}}", "3:22", "virtualIp.address must be a text"),
                arguments("virtualIp: {address: [a, {b: c}]}", "3:26", "virtualIp.address[1] must be a text"),
                arguments("masters: {name: m1}", "3:10", "masters must be a list"),
                arguments("masters: ''", "3:10", "masters must be a list"),
                arguments("masters: [m1]", "3:11", "masters[0] must be a mapping"),
                arguments("masters:\n- name: m1\n- priority: x", "5:13", "masters[1].priority must be a whole number"),
                arguments("apiServer: {certSans: a}", "3:23", "apiServer.certSans must be a list"),
                arguments(
                        "kubeadm: {ignorePreflightErrors: Swap}",
                        "3:34",
                        "kubeadm.ignorePreflightErrors must be a list"));
    }

    static Stream<Arguments> wrongNumbers() {
        return Stream.of(
                        "2147483648",
                        "-2147483649",
                        "99999999999999999999999999999999",
                        "8443.0",
                        "8443.5",
                        "1e3",
                        ".inf",
                        ".nan",
                        "010",
                        "0x10",
                        "0o17",
                        "1_000",
                        "+8443",
                        "8443 ports")
                .map(number -> arguments(
                        "loadBalancer: {port: " + number + "}", "3:22", "loadBalancer.port must be a whole number"));
    }

    static Stream<Arguments> wrongWords() {
        var durations = Stream.of(
                        "3", "3 s", "3sec", "1.5s", "s", "''", "[3s]", "{}", "1h30m", "PT3S", "1234567890123s")
                .map(text -> arguments(
                        "keepalived: {advertInterval: " + text + "}",
                        "3:30",
                        "keepalived.advertInterval must be a duration"));
        var peers = Stream.of("anycast", "Unicast", "0", "'1'", "''", "[unicast]", "true")
                .map(text -> arguments(
                        "keepalived: {peers: " + text + "}", "3:21", "keepalived.peers must be unicast or multicast"));
        var apis = Stream.of("v1beta9", "V1BETA4", "2", "kubeadm.k8s.io/v1beta4")
                .map(text -> arguments(
                        "kubeadm: {configApi: " + text + "}",
                        "3:22",
                        "kubeadm.configApi must be v1beta2 or v1beta3 or v1beta4"));
        return Stream.of(durations, peers, apis).flatMap(cases -> cases);
    }

    static Stream<Arguments> wrongMarks() {
        return Stream.of(
                arguments("name: a\nname: b", "4:1", "name stands in line 3 already"),
                arguments("kind: ControlPlane", "3:1", "kind stands in line 2 already"),
                arguments("masters: [{name: a, name: b}]", "3:21", "masters[0].name stands in line 3 already"),
                arguments("name: *a", "3:7", "alias"),
                arguments("name: &a b", "3:7", "anchor"),
                arguments("name: &a 'b'", "3:7", "anchor"),
                arguments("name: &a\n  b", "3:7", "anchor"),
                arguments("name: \uD83D\uDE00\nendpointName: &a b", "4:15", "anchor"),
                arguments("&a name: b", "3:1", "anchor"),
                arguments("masters: &a []", "3:10", "anchor"),
                arguments("haproxy: &a {image: x}", "3:10", "anchor"),
                arguments("name: !!str b", "3:7", "tag"),
                arguments("name: ! b", "3:7", "tag"),
                arguments("masters: !!seq []", "3:10", "tag"),
                arguments("!x name: b", "3:1", "tag"));
    }

    static Stream<Arguments> wrongItems() {
        return Stream.of(
                arguments("masters: [null]", "3:11", "masters[0] is empty"),
                arguments("masters:\n  -\n", "4:4", "masters[0] is empty"),
                arguments("apiServer: {certSans: [a, null]}", "3:27", "apiServer.certSans[1] is empty"),
                arguments("apiServer: {certSans: [a, [b]]}", "3:27", "apiServer.certSans[1] is a list within a list"),
                arguments("virtualIp: {address: [[a]]}", "3:23", "virtualIp.address[0] is a list within a list"),
                arguments("masters: [[]]", "3:11", "masters[0] is a list within a list"));
    }

    /** To a schema that is held against what such a null means, they are as good as any. */
    static Stream<Arguments> otherNulls() {
        var scalars = Stream.of("~", "Null", "NULL")
                .flatMap(none -> Stream.of(
                        arguments("name: " + none, "3:7", "name is null to YAML; write null, or leave the key out"),
                        arguments(
                                "virtualIp: {interface: " + none + "}", "3:24", "virtualIp.interface is null to YAML"),
                        arguments("virtualIp: {address: " + none + "}", "3:22", "virtualIp.address is null to YAML"),
                        arguments("loadBalancer: {port: " + none + "}", "3:22", "loadBalancer.port is null to YAML"),
                        arguments("haproxy: " + none, "3:10", "haproxy is null to YAML"),
                        arguments("masters: [" + none + "]", "3:11", "masters[0] is empty"),
                        arguments("apiServer:\n  certSans:\n  - a\n  - " + none, "6:5", "certSans[1] is empty")));
        var elsewhere = Stream.of(
                arguments("naem: ~", "3:1", "naem is not known"),
                arguments("keepalived: {authPass: NULL}", "3:24", "keepalived.authPass is null to YAML"),
                arguments("name:\n  ~", "4:3", "name is null to YAML"));
        return Stream.concat(scalars, elsewhere);
    }

    static Stream<Arguments> wrongDocuments() {
        return Stream.of(
                arguments("name: a\n---\nname: b", "5:1", "second document"),
                arguments("name: a\n---\n", "5:1", "second document"));
    }

    static Stream<Arguments> wrongSyntax() {
        return Stream.of(
                arguments("masters: [", "3:11", "no YAML"),
                arguments("masters: [}", "3:11", "no YAML"),
                arguments("loadBalancer: {port: 1", "3:23", "no YAML"),
                arguments("name: 'a", "3:9", "no YAML"),
                arguments("name: a\n\tkind: b", "4:1", "TAB"),
                arguments("name: a\n- b", "4:1", "no YAML"),
                arguments("? [a]\n: b", "3:4", "no YAML"),
                arguments("name: @a", "3:7", "no YAML"),
                arguments("name: \"\\q\"", "3:9", "no YAML"),
                arguments("name: a\u0000b", "3:8", "character"),
                arguments("name: a\n# \u001b[31m", "4:3", "character"),
                arguments("name: \uD83D\uDE00\u0007", "3:8", "character"),
                arguments("name: a\u0085b", "3:8", "character"),
                arguments("name: a\uFFFEb", "3:8", "character"));
    }

    static Stream<Arguments> wrongHeaders() {
        return Stream.of(
                arguments("kind: ControlPlane\n", "1:1", "apiVersion is missing"),
                arguments("apiVersion: trivet.dev/v1alpha1\n", "1:1", "kind is missing"),
                arguments("apiVersion: trivet.dev/v1\nkind: ControlPlane", "1:13", "apiVersion is trivet.dev/v1"),
                arguments("\uFEFFapiVersion: v1\nkind: ControlPlane", "1:13", "apiVersion is v1"),
                arguments("apiVersion: trivet.dev/v1alpha1\nkind: Deployment", "2:7", "kind is Deployment"),
                arguments("apiVersion: [a]\nkind: ControlPlane", "1:1", "apiVersion is missing"),
                arguments("apiVersion:\nkind: ControlPlane", "1:1", "apiVersion is "),
                arguments("apiVersion: ~\nkind: ControlPlane", "1:13", "apiVersion is ~"),
                arguments("{}", "1:1", "apiVersion is missing"));
    }

    static Stream<Arguments> noMappings() {
        return Stream.of("", "\n", "# nothing\n", "---\n", "null", "edge", "5", "[]", "- a\n")
                .map(document -> arguments(document, "1:1", "is no mapping"));
    }
}
