package dev.trivet.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.spec.TrivetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken is always the last file of the last master, so that what came before it could have been written. */
class TreeWriterTest {

    private static final Artifact CONFIG = new Artifact("/etc/keepalived/a.conf", FileMode.PRIVATE, "a = 1\n");
    private static final Artifact SCRIPT = new Artifact("/etc/keepalived/b.sh", FileMode.PRIVATE_SCRIPT, "#!/bin/sh\n");
    private static final Artifact PUBLIC = new Artifact("/etc/haproxy/haproxy.cfg", FileMode.PUBLIC, "# ü\n");

    @TempDir
    private Path temporary;

    private static Artifacts artifacts() {
        var masters = new LinkedHashMap<String, List<Artifact>>();
        masters.put("m1", List.of(CONFIG, SCRIPT));
        masters.put("m2", List.of(PUBLIC));
        return new Artifacts(masters);
    }

    @Test
    void writesATreeForEveryMaster() throws IOException {
        var folder = temporary.resolve("not/yet/there");
        var written = artifacts().writeTo(folder);
        assertThat(written)
                .containsExactly(
                        folder.resolve("m1/etc/keepalived/a.conf"),
                        folder.resolve("m1/etc/keepalived/b.sh"),
                        folder.resolve("m2/etc/haproxy/haproxy.cfg"));
        assertThat(written.get(0)).hasContent("a = 1\n");
        assertThat(written.get(2)).hasBinaryContent(PUBLIC.bytes());
        assertThat(filesIn(temporary)).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void givesEveryFileItsMode() throws IOException {
        var written = artifacts().writeTo(temporary);
        assertThat(written)
                .extracting(file -> PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .containsExactly("rw-------", "rwx------", "rw-r--r--");
    }

    @Test
    void replacesItsOwnFilesAndLeavesOthersAlone() throws IOException {
        var config =
                Files.createDirectories(temporary.resolve("m1/etc/keepalived")).resolve("a.conf");
        Files.writeString(config, "old, and longer than the new one");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rwxrwxrwx"));
        var other = Files.writeString(config.resolveSibling("other.conf"), "mine");
        artifacts().writeTo(temporary);
        artifacts().writeTo(temporary);
        assertThat(config).hasContent("a = 1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                .isEqualTo("rw-------");
        assertThat(other).hasContent("mine");
        assertThat(filesIn(temporary)).hasSize(4);
    }

    @Test
    void clearsAwayWhatAnInterruptedRunLeft() throws IOException {
        var folder = Files.createDirectories(temporary.resolve("m1/etc/keepalived"));
        Files.writeString(folder.resolve(".a.conf.trivet-new"), "half");
        artifacts().writeTo(temporary);
        assertThat(filesIn(temporary)).hasSize(3);
    }

    @Test
    void writesNothingWhereThereIsNothing() throws IOException {
        assertThat(new Artifacts(new LinkedHashMap<>()).writeTo(temporary.resolve("out")))
                .isEmpty();
        assertThat(temporary.resolve("out")).doesNotExist();
    }

    @Test
    void writesIntoAFolderThatIsALinkItself() throws IOException {
        var folder = Files.createDirectory(temporary.resolve("real"));
        artifacts().writeTo(Files.createSymbolicLink(temporary.resolve("link"), folder));
        assertThat(filesIn(folder)).hasSize(3);
    }

    @Test
    void refusesALinkInAFilesPlace() throws IOException {
        var target = Files.writeString(temporary.resolve("target"), "mine");
        var out = temporary.resolve("out");
        Files.createSymbolicLink(
                Files.createDirectories(out.resolve("m2/etc/haproxy")).resolve("haproxy.cfg"), target);
        assertWritesNothing(out, "haproxy.cfg");
        assertThat(target).hasContent("mine");
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        var out = temporary.resolve("out");
        var place = Files.createDirectories(out.resolve("m2/etc/haproxy")).resolve("haproxy.cfg");
        Files.createSymbolicLink(place, temporary.resolve("nowhere"));
        assertWritesNothing(out, "haproxy.cfg");
        assertThat(temporary.resolve("nowhere")).doesNotExist();
    }

    @Test
    void refusesALinkInAFoldersPlace() throws IOException {
        var target = Files.createDirectory(temporary.resolve("target"));
        var out = temporary.resolve("out");
        Files.createSymbolicLink(Files.createDirectories(out.resolve("m2")).resolve("etc"), target);
        assertWritesNothing(out, "m2/etc");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void refusesALinkInAMastersPlace() throws IOException {
        var target = Files.createDirectory(temporary.resolve("target"));
        var out = Files.createDirectory(temporary.resolve("out"));
        Files.createSymbolicLink(out.resolve("m2"), target);
        assertWritesNothing(out, "m2");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void refusesAFileInAFoldersPlace() throws IOException {
        var out = temporary.resolve("out");
        var file = Files.writeString(Files.createDirectories(out.resolve("m2")).resolve("etc"), "mine");
        assertUnwritable(out, "m2/etc/haproxy/haproxy.cfg");
        assertThat(filesIn(out)).containsExactly(file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void refusesAFileInTheFoldersOwnPlace() throws IOException {
        var out = Files.writeString(temporary.resolve("out"), "mine");
        assertUnwritable(out, "m1/etc/keepalived/a.conf");
        assertThat(out).hasContent("mine");
    }

    @Test
    void refusesAFolderInAFilesPlace() throws IOException {
        var out = temporary.resolve("out");
        var mine = Files.createDirectories(out.resolve("m2/etc/haproxy/haproxy.cfg"));
        assertWritesNothing(out, "haproxy.cfg");
        assertThat(mine).isEmptyDirectory();
    }

    private static void assertWritesNothing(Path out, String named) throws IOException {
        assertUnwritable(out, named);
        assertThat(filesIn(out)).isEmpty();
    }

    private static void assertUnwritable(Path out, String named) {
        assertThatThrownBy(() -> artifacts().writeTo(out))
                .isInstanceOf(UnwritableArtifactException.class)
                .isInstanceOf(TrivetException.class)
                .hasMessageStartingWith(out.toString())
                .hasMessageContaining(named);
    }

    /** All of them, hidden ones included; links and folders left out. */
    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }
}
