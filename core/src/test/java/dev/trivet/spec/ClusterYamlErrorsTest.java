package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reading error has the line and column where it stands, and names what stands there. */
class ClusterYamlErrorsTest {

    @ParameterizedTest
    @MethodSource({
        "dev.trivet.spec.UnreadableDocuments#unknownKeys",
        "dev.trivet.spec.UnreadableDocuments#wrongTypes",
        "dev.trivet.spec.UnreadableDocuments#wrongTextsAndLists",
        "dev.trivet.spec.UnreadableDocuments#wrongNumbers",
        "dev.trivet.spec.UnreadableDocuments#wrongWords",
        "dev.trivet.spec.UnreadableDocuments#wrongMarks",
        "dev.trivet.spec.UnreadableDocuments#wrongItems",
        "dev.trivet.spec.UnreadableDocuments#otherNulls",
        "dev.trivet.spec.UnreadableDocuments#wrongDocuments",
        "dev.trivet.spec.UnreadableDocuments#wrongSyntax"
    })
    void saysWhereABodyIsWrong(String body, String position, String named) {
        assertThat(problems(SpecDocument.HEADER + body)).hasSize(1);
        assertUnreadable(SpecDocument.HEADER + body, position, named);
    }

    @ParameterizedTest
    @MethodSource({"dev.trivet.spec.UnreadableDocuments#wrongHeaders", "dev.trivet.spec.UnreadableDocuments#noMappings"
    })
    void saysWhereADocumentIsWrong(String document, String position, String named) {
        assertUnreadable(document, position, named);
    }

    @Test
    void refusesMoreThan32Levels() {
        assertUnreadable(nested(31), "3:1", "x is not known");
        assertThat(problems(nested(32))).last().asString().startsWith("cluster.yaml:3:128: error: is nested deeper");
        assertThat(problems(nested(10_000)))
                .last()
                .asString()
                .startsWith("cluster.yaml:3:128: error: is nested deeper");
    }

    private static List<DocumentProblem> problems(String document) {
        return catchThrowableOfType(UnreadableSpecException.class, () -> ClusterYaml.read(document))
                .problems();
    }

    private static String nested(int levels) {
        return SpecDocument.HEADER + "x: " + "{x: ".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    @Test
    void refusesMoreThan2000Values() {
        assertThat(ClusterYaml.read(names(1_996)).apiServer().certSans()).hasSize(1_996);
        assertUnreadable(names(1_997), "3:4016", "has more than 2000 values");
    }

    private static String names(int count) {
        return SpecDocument.HEADER + "apiServer: {certSans: [" + "a,".repeat(count) + "]}";
    }

    @Test
    void refusesKeysOfMoreThan64Characters() {
        assertUnreadable(SpecDocument.HEADER + "k".repeat(64) + ": a", "3:1", "is not known; did you mean");
        assertUnreadable(SpecDocument.HEADER + "k".repeat(65) + ": a", "3:1", "has a key of more than 64 characters");
        assertUnreadable(SpecDocument.HEADER + "? " + "k".repeat(60_000) + "\n: a", "3:60003", "no YAML");
    }

    @Test
    void refusesLinesOfMoreThan65536Characters() {
        assertThat(ClusterYaml.read(SpecDocument.HEADER + "#".repeat(65_536)).name())
                .isEmpty();
        assertUnreadable(SpecDocument.HEADER + "#".repeat(65_537), "3:65537", "has a line of more than 65536");
        assertUnreadable(SpecDocument.HEADER + "a: b\n" + "#".repeat(65_537) + "\n", "4:65537", "has a line of more");
    }

    @Test
    void refusesMoreThanOneMebibyte(@TempDir Path folder) throws IOException {
        var text = SpecDocument.HEADER + "\n".repeat((1 << 20) + 1 - SpecDocument.HEADER.length());
        assertThat(ClusterYaml.read(text.substring(0, 1 << 20)).name()).isEmpty();
        assertUnreadable(text, "1:1", "larger than 1 MiB");
        assertUnreadable(Files.writeString(folder.resolve("large.yaml"), text), "1:1", "larger than 1 MiB");
    }

    @Test
    void refusesWhatIsNotUtf8(@TempDir Path folder) throws IOException {
        var latin1 = (SpecDocument.HEADER + "# \u00e9t\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertUnreadable(Files.write(folder.resolve("latin1.yaml"), latin1), "3:3", "is not UTF-8");
        var cut = (SpecDocument.HEADER + "# \u00e9").getBytes(StandardCharsets.UTF_8);
        cut = java.util.Arrays.copyOf(cut, cut.length - 1);
        assertUnreadable(Files.write(folder.resolve("cut.yaml"), cut), "3:3", "is not UTF-8");
        var utf16 = SpecDocument.HEADER.getBytes(StandardCharsets.UTF_16);
        assertUnreadable(Files.write(folder.resolve("utf16.yaml"), utf16), "1:1", "is not UTF-8");
    }

    @Test
    void refusesAFileThatIsNotThereOrAFolder(@TempDir Path folder) {
        assertUnreadable(folder.resolve("missing.yaml"), "1:1", "NoSuchFileException");
        assertUnreadable(folder, "1:1", "cannot be opened");
    }

    private static void assertUnreadable(String document, String position, String named) {
        var problem = catchThrowableOfType(UnreadableSpecException.class, () -> ClusterYaml.read(document));
        assertProblem(problem, "cluster.yaml", position, named);
    }

    private static void assertUnreadable(Path file, String position, String named) {
        var problem = catchThrowableOfType(UnreadableSpecException.class, () -> ClusterYaml.read(file));
        assertProblem(problem, file.toString(), position, named);
    }

    private static void assertProblem(UnreadableSpecException problem, String source, String position, String named) {
        assertThat(problem).isNotNull().hasMessageStartingWith(source + ":" + position + ": error: ");
        assertThat(problem.problems().get(0).message()).contains(named);
        assertThat(problem.line() + ":" + problem.column()).isEqualTo(position);
    }
}
