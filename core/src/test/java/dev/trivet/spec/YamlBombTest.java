package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.harness.Program;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No document takes more than 64 MiB, the Java platform's own part included, and each gets its answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YamlBombTest {

    private final List<String> outcomes = readAllInASmallHeap();

    @ParameterizedTest
    @EnumSource
    void isReadOrRefusedWithItsPlace(YamlBomb bomb) {
        assertThat(outcomes)
                .filteredOn(line -> line.startsWith(bomb + " "))
                .singleElement()
                .asString()
                .startsWith(bomb + " " + bomb.expected)
                .hasSizeLessThan(1_000);
    }

    @Test
    void hasALineAndAColumnForEachThatIsRefused() {
        assertThat(outcomes)
                .hasSameSizeAs(YamlBomb.values())
                .allMatch(line -> line.matches("[A-Z0-9_]+ (read|[1-9]\\d*:[1-9]\\d* [^ ].*)"));
    }

    private static List<String> readAllInASmallHeap() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        var command = List.of(java, "-Xmx64m", "-XX:+UseSerialGC", "-cp", classPath, YamlBomb.class.getName());
        return Program.run(command).lines().toList();
    }
}
