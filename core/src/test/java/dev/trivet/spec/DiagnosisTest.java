package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.trivet.testing.ClusterSpecs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a document is shown where it stands. */
class DiagnosisTest {

    private static final String TWO_OF_A_NAME = SpecDocument.HEADER + """
            name: edge
            kubernetesVersion: 1.35.9
            virtualIp: {address: 192.168.1.50/24, interface: eth0}
            masters:
              - {name: m1, address: 192.168.1.141}
              - {name: m2, address: 192.168.1.142}
              - {name: m1, address: 192.168.1.143} # again
            """;

    @Test
    void showsTheLinesAsACompilerDoes() {
        assertThat(ClusterYaml.read(TWO_OF_A_NAME).validate()).hasToString("""
                cluster.yaml:9:12: error: masters[2].name = m1: is the name of masters[0] too [master-name-unique]
                 9 |   - {name: m1, address: 192.168.1.143} # again
                   |            ^^
                 7 |   - {name: m1, address: 192.168.1.141}
                   |            --
                   = give each master its own""");
    }

    @Test
    void namesTheFileThatWasRead(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.yaml"), TWO_OF_A_NAME);
        var invalid = catchThrowableOfType(
                InvalidClusterException.class,
                () -> ClusterYaml.read(file).validate().orThrow());
        assertThat(invalid).hasMessageContaining("\n" + file + ":9:12: error: ");
        assertThat(invalid.violations().get(0).places())
                .extracting(SourcePlace::file)
                .containsOnly(file.toString());
        new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(invalid);
    }

    @Test
    void hasNoPlaceForWhatIsNotAsItWasRead() {
        var read = ClusterYaml.read(TWO_OF_A_NAME);
        var changed = read.withName("other");
        assertThat(changed.withName("edge")).isEqualTo(read).hasSameHashCodeAs(read);
        assertThat(List.of(changed, changed.withName("edge")))
                .flatMap(spec -> spec.validate().violations())
                .hasSize(2)
                .allMatch(violation -> violation.place().isEmpty())
                .allMatch(violation -> violation.toString().startsWith("error: masters[2].name = m1: is the name of"));
    }

    @Test
    void isEqualWhereverItWasRead() {
        var other = ClusterYaml.read("\n\n" + TWO_OF_A_NAME);
        assertThat(other).isEqualTo(ClusterYaml.read(TWO_OF_A_NAME));
        assertThat(other.validate().violations().get(0).place().orElseThrow()).hasToString("cluster.yaml:11:12");
    }

    @Test
    void pointsAtTheNearestThatWasWritten() {
        var spec = ClusterYaml.read(SpecDocument.HEADER + """
                virtualIp:
                  address: 192.168.1.50/24
                masters:
                  - address: 192.168.1.141
                  - name: m2
                loadBalancer: {port: }
                """);
        assertThat(spec.validate().violations())
                .extracting(
                        Violation::path,
                        violation -> violation.place().orElseThrow().toString())
                .contains(
                        tuple("name", "cluster.yaml:1:1"),
                        tuple("virtualIp.interface", "cluster.yaml:3:1"),
                        tuple("masters", "cluster.yaml:5:1"),
                        tuple("masters[0].name", "cluster.yaml:6:5"),
                        tuple("masters[1].address", "cluster.yaml:7:5"));
    }

    @Test
    void tellsEverythingThatNoSpecHas() {
        var unreadable = catchThrowableOfType(
                UnreadableSpecException.class,
                () -> ClusterYaml.read(SpecDocument.HEADER + "naem: edge\nmasters: [m1, {name: [m2]}]\n"));
        assertThat(unreadable).hasMessage("""
                cluster.yaml:3:1: error: naem is not known
                 3 | naem: edge
                   | ^^^^
                   = did you mean name? Known here: name, kubernetesVersion, virtualIp, masters, loadBalancer, \
                endpointName, apiServer, keepalived, haproxy, healthCheck, network, kubeadm
                cluster.yaml:4:11: error: masters[0] must be a mapping of keys to values
                 4 | masters: [m1, {name: [m2]}]
                   |           ^^
                cluster.yaml:4:22: error: masters[1].name must be a text
                 4 | masters: [m1, {name: [m2]}]
                   |                      ^""");
        assertThat(unreadable.problems()).hasSize(3);
    }

    @Test
    void givesUpWhereTheDocumentDoes() {
        var unreadable = catchThrowableOfType(
                UnreadableSpecException.class, () -> ClusterYaml.read(SpecDocument.HEADER + "naem: edge\nname: [\n"));
        assertThat(unreadable.problems())
                .extracting(problem -> problem.place().line())
                .containsExactly(3, 4, 5);
    }

    @Test
    void tellsNoMoreThanAHundredProblems() {
        var unreadable = catchThrowableOfType(
                UnreadableSpecException.class,
                () -> ClusterYaml.read(SpecDocument.HEADER + "masters:\n" + "- x\n".repeat(1_000)));
        assertThat(unreadable.problems()).hasSize(100);
    }

    @Test
    void isJsonForPrograms() {
        var json = JsonMapper.builder()
                .build()
                .readTree(ClusterYaml.read(TWO_OF_A_NAME).validate().toJson());
        assertThat(json.path("valid").booleanValue()).isFalse();
        assertThat(json.at("/violations/0").toString())
                .isEqualTo("{\"rule\":\"master-name-unique\",\"severity\":\"error\",\"path\":\"masters[2].name\","
                        + "\"actual\":\"m1\",\"problem\":\"is the name of masters[0] too\",\"remedy\":\"give each master its own\","
                        + "\"places\":[{\"file\":\"cluster.yaml\",\"line\":9,\"column\":12,\"length\":2},"
                        + "{\"file\":\"cluster.yaml\",\"line\":7,\"column\":12,\"length\":2}]}");
        var unreadable = catchThrowableOfType(
                UnreadableSpecException.class, () -> ClusterYaml.read(SpecDocument.HEADER + "loadBalancer: 1"));
        assertThat(JsonMapper.builder().build().readTree(unreadable.toJson()))
                .hasToString(
                        "{\"problems\":[{\"problem\":\"loadBalancer must be a mapping of keys to values\",\"remedy\":\"\","
                                + "\"places\":[{\"file\":\"cluster.yaml\",\"line\":3,\"column\":15,\"length\":1}]}]}");
    }

    @Test
    void isJsonWithoutPlacesForASpecThatWasBuilt() {
        var json = JsonMapper.builder()
                .build()
                .readTree(ClusterSpecs.minimal().withName("").validate().toJson());
        assertThat(json.at("/violations/0/places").isEmpty()).isTrue();
    }

    @Test
    void everyMessageIsAProblemAndARemedy() {
        assertThat(BadSpec.all())
                .flatMap(bad -> ClusterYaml.read(bad.document()).validate().violations())
                .extracting(Violation::message)
                .filteredOn(message -> message.split("; ", -1).length != 2)
                .isEmpty();
    }

    @Test
    void keepsTheMarksBelowThePlaceBehindTabsAndWideCharacters() {
        assertThat(excerpt("name: [a]\t# \u65e5\u672c", "[a]")).isEqualTo("name: [a]\t# \u65e5\u672c\n      ^");
        assertThat(excerpt("# \t\u001b", "\u001b")).isEqualTo("# \t\\u{1b}\n  \t^^^^^^");
        assertThat(excerpt("masters: [\"\u65e5\u672c\", {name: [a]}]", "\""))
                .isEqualTo("masters: [\"\u65e5\u672c\", {name: [a]}]\n          ^^^^^^");
    }

    @Test
    void cutsALongLineAroundThePlace() {
        var line = "endpointName: a # " + "x".repeat(60_000);
        assertThat(excerpt(line.replace(": a", ": [a]"), "[a]"))
                .startsWith("endpointName: [a] # xxx")
                .contains("xxx...\n              ^")
                .hasSizeLessThan(160);
        var far = excerpt("apiServer: {certSans: [" + "a, ".repeat(1_000) + "[b]" + ", a".repeat(1_000) + "]}", "[b]");
        assertThat(far.lines().toList().get(0))
                .startsWith("...")
                .endsWith("...")
                .hasSize(126);
        assertThat(far.lines().toList().get(1).length() - 1)
                .isEqualTo(far.lines().toList().get(0).indexOf("[b]"));
    }

    @Test
    void showsWhatNobodySeesAsItsCodePoint() {
        assertThat(excerpt("# \u001b[31m\u202e", "\u001b")).isEqualTo("# \\u{1b}[31m\\u{202e}\n  ^^^^^^");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keepalived: {authPass: [hunter2]}",
                "keepalived: {authPass: {hunter2: hunter2}}",
                "keepalived: {authPass:hunter2}",
                "keepalived: {authPas: hunter2}",
                "keepalived: {'auth_pass' : hunter2, password: 'hunter2'}",
                "keepalived: {pw: hunter2}",
                "keepalived: {authPass: a, authPass: hunter2}",
                "keepalived: {image: [], authPass: hunter2} # authPass: hunter2",
                "keepalived: {authPass: 'x\n  hunter2', image: []}",
                "keepalived: {authPass: |hunter2}",
                "keepalived: {authPass: 'hunter2\\q",
                "keepalived: {x: \"\\q authPass: hunter2",
                "keepalived:\n  authPass:\n    hunter2: [\n",
                "keepalived:\n  authPass:hunter2",
                "keepalived: 'authPass: hunter2'",
                "authpass: hunter2",
                "naem: authPass:hunter2\nx: \u001b authPass: hunter2"
            })
    void showsNoPassword(String body) {
        var unreadable =
                catchThrowableOfType(UnreadableSpecException.class, () -> ClusterYaml.read(SpecDocument.HEADER + body));
        assertThat(unreadable.getMessage() + unreadable.toJson()).doesNotContain("hunter2");
    }

    @Test
    void showsNoPasswordInWhatTheRulesSay() {
        var validation = ClusterYaml.read(
                        SpecDocument.HEADER + "keepalived: {authPass: hunter22, vrrpVersion: 4, image: 'A'}")
                .validate();
        assertThat(validation.toString() + validation.toJson())
                .contains("keepalived: {authPass: ********, vrrpVersion: 4, image: 'A'}\n")
                .doesNotContain("hunter22");
    }

    /** Of the first problem that begins with a text. */
    private static String excerpt(String body, String marked) {
        var unreadable =
                catchThrowableOfType(UnreadableSpecException.class, () -> ClusterYaml.read(SpecDocument.HEADER + body));
        return unreadable.problems().stream()
                .map(DocumentProblem::place)
                .filter(place -> body.lines().toList().get(place.line() - 3).startsWith(marked, place.column() - 1))
                .map(SourcePlace::excerpt)
                .findFirst()
                .orElse("");
    }
}
