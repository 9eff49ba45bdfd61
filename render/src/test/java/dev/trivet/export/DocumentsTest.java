package dev.trivet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trivet.artifact.FileMode;
import dev.trivet.render.Renderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    @TempDir
    Path folder;

    private final Document first = new Document("m1/user-data", FileMode.PRIVATE, "one");
    private final Document second = new Document("m2/bootstrap.sh", FileMode.PRIVATE_SCRIPT, "two");

    @Test
    void writesEachInItsFolderWithItsMode() throws IOException {
        var written = new Documents(List.of(first, second)).writeTo(folder);
        assertThat(written).containsExactly(folder.resolve("m1/user-data"), folder.resolve("m2/bootstrap.sh"));
        assertThat(written.get(1)).hasContent("two");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written.get(0))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written.get(1))))
                .isEqualTo("rwx------");
    }

    @Test
    void findsOneByItsName() {
        var documents = new Documents(List.of(first, second));
        assertThat(documents.of("m2/bootstrap.sh")).isEqualTo(second);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> documents.of("m3/user-data"))
                .withMessageContaining("0600 m1/user-data");
        assertThat(documents).hasToString("0600 m1/user-data\n0700 m2/bootstrap.sh");
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Documents(List.of(first, first)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "user-data", "/user-data", "m1/", "../user-data", "m1/.hidden", "m1/../x", "m1/a/b", "m1/a b"
            })
    void refusesAnotherName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Document(name, FileMode.PRIVATE, ""));
    }

    /** Version 2's password is in keepalived's configuration. */
    @Test
    void noneCanBeReadByOthers() {
        var cluster = SampleClusters.named("multicast-vrrp2");
        var artifacts = Renderers.standard().render(cluster);
        var exports = List.of(
                Exports.cloudInit(),
                Exports.ignition(),
                Exports.shell(),
                Exports.clusterApi(ClusterApiVersion.V1BETA2, ClusterApiTest.METAL3));
        assertThat(exports.stream().flatMap(export -> export.of(cluster, artifacts).all().stream()))
                .allSatisfy(document -> assertThat(document.mode().bits() & 077).isZero());
    }
}
