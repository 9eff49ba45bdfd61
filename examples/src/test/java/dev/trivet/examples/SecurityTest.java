package dev.trivet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that SECURITY.md names is there. */
class SecurityTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");

    /** A class's name and a method of it. */
    private record Named(String type, String method) {

        boolean standsIn(Path source) {
            try {
                var test = "(?s)@(?:Test|Example|Property|ParameterizedTest)\\b(?:(?!\\bvoid\\b).)*+void " + method
                        + "\\(";
                return Pattern.compile(test).matcher(Files.readString(source)).find();
            } catch (IOException e) {
                throw new IllegalStateException("cannot read " + source, e);
            }
        }
    }

    @Test
    void everyPromiseNamesTestsThatExist() throws IOException {
        var sources = sources();
        assertThat(named())
                .hasSizeGreaterThan(40)
                .allSatisfy(test -> assertThat(sources)
                        .filteredOn(source -> source.endsWith(test.type() + ".java"))
                        .as(test.toString())
                        .anyMatch(test::standsIn));
    }

    private static List<Named> named() throws IOException {
        return NAMED.matcher(Files.readString(ROOT.resolve("SECURITY.md")))
                .results()
                .map((MatchResult found) -> new Named(found.group(1), found.group(2)))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityTest::below)
                    .toList();
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith("Test.java")
                            || file.toString().endsWith("Contract.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException("cannot list " + folder, e);
        }
    }
}
