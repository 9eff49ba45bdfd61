package dev.trivet.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says of a cold start. */
class ColdStartTest {

    /** A class that was read from a jar: for instance {@code dev.trivet.spec.Rule source: file:/.../trivet-core.jar}. */
    private static final String READ = "(?s).* dev\\.trivet\\.\\S+ source: file:.*";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.trivet.coldstart.StartArchive#known")
    void readsNoClassThatAnEarlierRunHasKept(StartArchive archive) throws IOException {
        var program = new ColdStart(Path.of(""), folder);
        var file = program.file("archive");
        assertThat(program.run(archive.make(file)).exitCode()).isZero();
        var kept = program.run("-Xlog:class+load", archive.use(file), archive.insist());
        assertThat(kept.exitCode()).as(kept.text()).isZero();
        assertThat(kept.text()).doesNotMatch(READ).contains(" dev.trivet.spec.Rule source: shared objects file");
    }

    /** Of class data only: JDK 25 before 25.0.4 takes an ahead-of-time cache of other jars, as the README says. */
    @Test
    void doesWithoutAnArchiveOfOtherJars() throws IOException {
        var program = new ColdStart(Path.of(""), folder);
        var archive = StartArchive.CLASS_DATA;
        var file = program.file("archive");
        assertThat(program.run(archive.make(file)).exitCode()).isZero();
        Files.setLastModifiedTime(program.file("examples.jar"), FileTime.fromMillis(0));
        assertThat(program.run(archive.use(file)).exitCode()).isZero();
        assertThat(program.run(archive.use(file), archive.insist()).exitCode()).isNotZero();
    }

    @ParameterizedTest
    @EnumSource
    void theGuideNamesTheOptions(StartArchive archive) throws IOException {
        assertThat(Files.readString(Path.of("../GUIDE.md"))).contains(archive.options());
    }
}
