package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.harness.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {

    @TempDir
    private Path temporary;

    @Test
    void showsChangedLinesWithSomeAround() {
        var before = List.of("a", "b", "c", "d", "e", "f", "g");
        var after = List.of("a", "b", "c", "d", "x", "f", "g");
        assertThat(new UnifiedDiff(before, after).print("/etc/f"))
                .isEqualTo("--- /etc/f\n+++ /etc/f\n@@ -2,6 +2,6 @@\n b\n c\n d\n-e\n+x\n f\n g\n");
    }

    @Test
    void changesNoMoreThanItMust() {
        assertThat(diff("a", "xa")).isEqualTo("@@ -1,1 +1,2 @@\n+x\n a\n");
        assertThat(diff("xab", "ab")).isEqualTo("@@ -1,3 +1,2 @@\n-x\n a\n b\n");
        assertThat(diff("", "a")).isEqualTo("@@ -0,0 +1,1 @@\n+a\n");
        assertThat(diff("a", "")).isEqualTo("@@ -1,1 +0,0 @@\n-a\n");
        assertThat(diff("same", "same")).isEmpty();
    }

    @Test
    void showsThreeLinesAroundAndJoinsWhatIsNear() {
        assertThat(diff("xabcde", "yabcde")).isEqualTo("@@ -1,4 +1,4 @@\n-x\n+y\n a\n b\n c\n");
        assertThat(diff("xabcdefx", "yabcdefy")).containsOnlyOnce("@@ -").startsWith("@@ -1,8 +1,8 @@\n");
        assertThat(diff("xabcdefgx", "yabcdefgy"))
                .startsWith("@@ -1,4 +1,4 @@\n")
                .contains("@@ -6,4 +6,4 @@\n");
    }

    /** A letter a line. */
    private static String diff(String before, String after) {
        return new UnifiedDiff(letters(before), letters(after)).print("/f").replace("--- /f\n+++ /f\n", "");
    }

    private static List<String> letters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    @Test
    void isAppliedByPatch() throws IOException {
        assumeTrue(Program.search("patch").isPresent(), "patch is not installed");
        for (int seed = 0; seed < 30; seed++) {
            var random = new Random(seed);
            var before = lines(random);
            var after = new ArrayList<>(before);
            for (int change = 0; change < 4 && !after.isEmpty(); change++) {
                after.set(random.nextInt(after.size()), "changed " + change);
                after.add(random.nextInt(after.size()), "added");
                after.remove(random.nextInt(after.size()));
            }
            if (after.equals(before)) {
                continue;
            }
            var file = Files.write(temporary.resolve("file"), before);
            var patch = Files.writeString(temporary.resolve("patch"), new UnifiedDiff(before, after).print("file"));
            Program.run(List.of("patch", "-s", file.toString(), patch.toString()));
            assertThat(Files.readAllLines(file)).as("seed %s", seed).isEqualTo(after);
        }
    }

    private static List<String> lines(Random random) {
        var lines = new String[random.nextInt(40)];
        Arrays.setAll(lines, i -> "line " + random.nextInt(10));
        return Arrays.asList(lines);
    }
}
