package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer looks for a document that the reader does not survive, led by the branches that it reaches in the reader and in the
 * YAML parser: {@value #RUNS} documents in every build, and as long as {@code -Dfuzz.seconds} says on demand.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@Tag("fuzz")
class SpecReaderFuzzTest {

    private static final int RUNS = 5_000;

    /** What a mutation alone hardly hits upon. */
    private static final List<String> WORDS = List.of(
            "masters:",
            "virtualIp:",
            "keepalived:",
            "kubeadm:",
            "configApi:",
            "certSans:",
            "advertInterval:",
            "address:",
            "v1beta4",
            "unicast",
            "300ms",
            "1.35.9",
            "192.168.1.50/24",
            "fd77::50/64",
            "---",
            "...",
            "%YAML 1.2",
            "<<:",
            "!!str ",
            "&a ",
            "*a",
            "? ",
            ": ",
            "- ",
            "|-",
            ">+",
            "{",
            "}",
            "[",
            "]",
            "~",
            "null",
            ".nan",
            "0x1f",
            "1e9");

    @TempDir
    Path folder;

    @Test
    void findsNoDocumentThatTheReaderDoesNotSurvive(TestReporter reporter) throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var process = new ProcessBuilder(command(Files.createDirectory(folder.resolve("found")), seeds(), dictionary()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exitCode = process.waitFor();
        var said = Files.readString(log, StandardCharsets.ISO_8859_1);
        assertThat(exitCode).as(said).isZero();
        assertThat(said).containsPattern("Done \\d+ runs");
        reporter.publishEntry(
                said.lines().filter(line -> line.startsWith("Done ")).collect(Collectors.joining()));
    }

    private List<String> command(Path found, Path seeds, Path dictionary) {
        var seconds = Optional.ofNullable(System.getProperty("fuzz.seconds"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + SpecReaderFuzz.class.getName(),
                "--instrumentation_includes=dev.trivet.spec.**:tools.jackson.dataformat.yaml.**:org.snakeyaml.engine.**",
                "--custom_hook_includes=dev.trivet.spec.**",
                "-dict=" + dictionary,
                "-max_len=2048",
                "-seed=1",
                seconds.map(limit -> "-max_total_time=" + limit).orElse("-runs=" + RUNS),
                found.toString(),
                seeds.toString());
    }

    private Path seeds() throws IOException {
        var seeds = Files.createDirectory(folder.resolve("seeds"));
        var documents = List.of(
                EverySetting.YAML,
                ClusterYaml.write(ClusterSpecs.minimal()),
                ClusterYaml.write(Specs.ipv6()),
                ClusterYaml.write(Specs.dualStack()),
                SpecDocument.HEADER
                        + "name: |-\n  a\nendpointName: >+\n  b\n\n  c\n\"virtualIp\": {? address : 'd'}\n");
        for (int i = 0; i < documents.size(); i++) {
            Files.writeString(seeds.resolve(String.valueOf(i)), documents.get(i));
        }
        return seeds;
    }

    private Path dictionary() throws IOException {
        return Files.writeString(
                folder.resolve("words"),
                Stream.concat(WORDS.stream(), Stream.of("\\\\u0000", "\\xef\\xbb\\xbf"))
                        .map(word -> '"' + word + "\"\n")
                        .collect(Collectors.joining()));
    }
}
