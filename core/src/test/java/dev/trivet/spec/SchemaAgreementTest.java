package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** The schema never refuses what Trivet takes, and takes nothing of another shape. */
class SchemaAgreementTest {

    /** Of the corpus of 2,460; what is left are warnings, and rules that look at several values, or at what an address or a duration means. */
    private static final int CAUGHT = 2_046;

    /** To a schema, a number without a fraction is a whole one, however it is written. */
    private static final List<String> WHOLE_TO_A_SCHEMA = List.of("{port: 8443.0}", "{port: 1e3}");

    private final SchemaJudge judge = new SchemaJudge();

    @Test
    void isASchemaOfItsDraft() {
        assertThat(judge.objectionsToItself()).isEmpty();
    }

    @Test
    void takesEveryGoodDocument() throws IOException {
        assertThat(goodDocuments()).hasSizeGreaterThan(8).allSatisfy(document -> {
            assertThat(ClusterYaml.read(document)).isNotNull();
            assertThat(judge.objections(document)).as(document).isEmpty();
        });
    }

    @Test
    void isNeverStricterThanTrivetAndCatchesMostBadSpecs() {
        var caught = BadSpec.all().stream()
                .map(BadSpec::document)
                .filter(judge::refuses)
                .toList();
        assertThat(caught).hasSizeGreaterThanOrEqualTo(CAUGHT).allMatch(SchemaJudge::trivetRefuses);
    }

    @Test
    void refusesTheLoopbackByItsNames() {
        assertThat(List.of(
                        "virtualIp: {address: 192.168.1.50/24, interface: lo}",
                        "masters: [{name: m1, address: 192.168.1.141, interface: lo}]",
                        "endpointName: localhost",
                        "endpointName: api.localhost"))
                .allMatch(body -> judge.refuses(around(body)) && SchemaJudge.trivetRefuses(around(body)))
                .map(body -> body.replace(": lo}", ": lo1}").replace("localhost", "local"))
                .noneMatch(body -> judge.refuses(around(body)));
    }

    @Test
    void refusesEveryOtherShape() {
        var bodies = Stream.of(
                        UnreadableDocuments.unknownKeys(),
                        UnreadableDocuments.wrongTypes(),
                        UnreadableDocuments.wrongTextsAndLists(),
                        UnreadableDocuments.wrongNumbers(),
                        UnreadableDocuments.wrongWords(),
                        UnreadableDocuments.wrongItems())
                .flatMap(SchemaAgreementTest::first)
                .toList();
        assertThat(bodies)
                .hasSizeGreaterThan(60)
                .allMatch(body -> SchemaJudge.trivetRefuses(around(body)))
                .filteredOn(body -> !judge.refuses(around(body)))
                .allMatch(body -> WHOLE_TO_A_SCHEMA.stream().anyMatch(body::endsWith));
    }

    @Test
    void refusesEveryOtherHeader() {
        var body = ClusterYaml.write(ClusterSpecs.minimal()).substring(SpecDocument.HEADER.length());
        assertThat(judge.refuses(SpecDocument.HEADER + body)).isFalse();
        assertThat(first(UnreadableDocuments.wrongHeaders()).filter(header -> !header.equals("{}")))
                .hasSize(8)
                .allMatch(header -> judge.refuses(header.strip() + "\n" + body));
        assertThat(first(UnreadableDocuments.noMappings())).hasSize(9).allMatch(judge::refuses);
    }

    /** A body that is wrong, in a document in which nothing else is: what it says replaces what is there. */
    private static String around(String body) {
        var key = body.substring(0, body.indexOf(':') + 1);
        var rest = ClusterYaml.write(ClusterSpecs.minimal())
                .replaceAll("(?m)^" + Pattern.quote(key) + ".*\n(?:[ -].*\n)*", "");
        return rest + body + "\n";
    }

    private static Stream<String> first(Stream<Arguments> cases) {
        return cases.map(arguments -> (String) arguments.get()[0]);
    }

    private static Stream<String> goodDocuments() throws IOException {
        try (var files = Files.walk(Path.of("../render/src/test/resources/golden"))) {
            var golden = files.filter(file -> file.endsWith("cluster.yaml")).toList();
            var read = Stream.concat(golden.stream(), Stream.of(Path.of("../examples/cluster.yaml")))
                    .map(SchemaAgreementTest::text)
                    .toList();
            return Stream.of(read, BadSpec.bases(), List.of(EverySetting.YAML)).flatMap(List::stream);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
