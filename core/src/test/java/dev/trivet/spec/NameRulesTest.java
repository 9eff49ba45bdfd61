package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {

    private static final String LABEL_OF_63 = "a".repeat(63);
    private static final String NAME_OF_253 = "a.".repeat(126) + "b";

    private final ClusterSpec minimal = ClusterSpecs.minimal();

    @Test
    void requiresANameOfTheCluster() {
        assertThat(Violations.of(minimal.withName(""))).containsExactly("required at name");
    }

    @ParameterizedTest
    @MethodSource
    void takesALabelAsTheClustersName(String name) {
        assertThat(Violations.of(minimal.withName(name))).isEmpty();
    }

    static Stream<String> takesALabelAsTheClustersName() {
        return Stream.of("e", "9", "edge-1", "a--b", "0-0", LABEL_OF_63);
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnotherNameOfTheCluster(String name) {
        assertThat(Violations.of(minimal.withName(name))).containsExactly("name-format at name");
    }

    static Stream<String> refusesAnotherNameOfTheCluster() {
        return Stream.of(
                LABEL_OF_63 + "a", "Edge", "edge.one", "-edge", "edge-", "-", "edge_1", "édge", " edge", "edge\n", "٣");
    }

    @ParameterizedTest
    @MethodSource("dnsNames")
    void takesADnsNameAsEndpoint(String name) {
        assertThat(Violations.of(minimal.withEndpointName(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("noDnsNames")
    void refusesAnotherEndpoint(String name) {
        assertThat(Violations.of(minimal.withEndpointName(name))).containsExactly("endpoint-name at endpointName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "api.localhost", "a.b.localhost"})
    void refusesTheHostItselfAsEndpoint(String name) {
        assertThat(minimal.withEndpointName(name).validate().violations())
                .extracting(Violation::toString)
                .containsExactly("error: endpointName = " + name
                        + ": is every host itself; give one that resolves to the virtual IP [endpoint-name]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost.example.org", "mylocalhost", "localhost-1", "local.host", "localhosts"})
    void takesAnEndpointThatOnlyLooksLikeTheHostItself(String name) {
        assertThat(Violations.of(minimal.withEndpointName(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dnsNames")
    void takesADnsNameAsDnsDomain(String name) {
        assertThat(Violations.of(minimal.withNetwork(minimal.network().withDnsDomain(name))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("noDnsNames")
    void refusesAnotherDnsDomain(String name) {
        assertThat(Violations.of(minimal.withNetwork(minimal.network().withDnsDomain(name))))
                .containsExactly("dns-domain at network.dnsDomain");
    }

    static Stream<String> dnsNames() {
        return Stream.of(
                "api.example.org", "k8s", "1.2.3a", "xn--bcher-kva.example", LABEL_OF_63 + ".org", NAME_OF_253);
    }

    static Stream<String> noDnsNames() {
        return Stream.of(
                "",
                ".",
                "a..b",
                "api.example.org.",
                ".org",
                "API.example.org",
                "*.example.org",
                "a_b.org",
                "-a.org",
                "192.168.1.50",
                "1.2.3",
                "api.1",
                "7",
                "fd00::1",
                "[fd00::1]",
                "api:8443",
                "https://api",
                "büro.de",
                LABEL_OF_63 + "a.org",
                "a" + NAME_OF_253);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.example.org", "k8s", "*.example.org", "*.a", "10.1.2.3", "2001:db8::7", "2001:DB8::7"})
    void takesANameWildcardOrAddressAsCertSan(String san) {
        assertThat(Violations.of(withCertSans(san))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.",
                "*.*.org",
                "api.*.org",
                "*api.org",
                "https://api",
                "10.1.2.3/24",
                "010.1.2.3",
                "10.1.2",
                "*.10.1.2.3",
                "fd00::1%eth0",
                "API.example.org",
                "api.example.org:8443"
            })
    void refusesAnotherCertSan(String san) {
        assertThat(Violations.of(withCertSans(san))).containsExactly("cert-san at apiServer.certSans[0]");
    }

    @Test
    void namesEveryCertSanThatItRefuses() {
        assertThat(Violations.of(withCertSans("a b", "k8s", "c d")))
                .containsExactly("cert-san at apiServer.certSans[0]", "cert-san at apiServer.certSans[2]");
    }

    private ClusterSpec withCertSans(String... sans) {
        return minimal.withApiServer(minimal.apiServer().withCertSans(sans));
    }
}
