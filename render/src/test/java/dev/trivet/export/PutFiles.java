package dev.trivet.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that a tool has put below a folder. */
record PutFiles(Path root) {

    /** As they should be: byte for byte, with mode and owner, and readable folders on the way. */
    void are(List<Artifact> files) {
        for (Artifact file : files) {
            var found = root.resolve(file.path().substring(1));
            assertThat(found).as(file.path()).hasBinaryContent(file.bytes());
            assertThat(attributes(found))
                    .as(file.path())
                    .isEqualTo(List.of(0100000 | file.mode().bits(), 0, 0));
            assertThat(attributes(found.resolveSibling("."))).as(file.path()).isEqualTo(List.of(0040755, 0, 0));
        }
    }

    private static List<Object> attributes(Path path) {
        try {
            var found = Files.readAttributes(path, "unix:mode,uid,gid");
            return Stream.of("mode", "uid", "gid").map(found::get).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
