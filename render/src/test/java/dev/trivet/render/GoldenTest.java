package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is rendered is what stands in the repository, byte by byte; {@code -Dgolden.update=true} puts it there. */
class GoldenTest {

    @BeforeAll
    static void updateWhenAsked() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            for (GoldenCase.Tree tree : GoldenCase.trees()) {
                GoldenTree.write(tree.folder(), GoldenTree.of(tree.render()));
            }
        }
    }

    static List<GoldenCase.Tree> trees() {
        return GoldenCase.trees();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trees")
    void rendersTheGoldenFilesAndNoOthers(GoldenCase.Tree tree) throws IOException {
        var rendered = GoldenTree.of(tree.render());
        var golden = GoldenTree.read(tree.folder());
        assertThat(rendered.keySet())
                .as("files of %s; -Dgolden.update=true writes them", tree)
                .isEqualTo(golden.keySet());
        rendered.forEach(
                (file, text) -> assertThat(text).as("%s of %s", file, tree).isEqualTo(golden.get(file)));
    }

    @Test
    void everyFolderIsADeclaredCaseOrATreeOfOne() throws IOException {
        var declared = new ArrayList<Path>();
        for (GoldenCase golden : GoldenCase.all()) {
            declared.add(golden.folder());
            declared.add(golden.folder().resolve(GoldenCase.SPEC));
        }
        GoldenCase.trees().forEach(tree -> declared.add(tree.folder()));
        try (var found = Files.walk(GoldenCase.FOLDER, 2)) {
            assertThat(found.filter(path -> !path.equals(GoldenCase.FOLDER)))
                    .as("remove what no case in GoldenCase declares")
                    .containsExactlyInAnyOrderElementsOf(declared);
        }
    }
}
