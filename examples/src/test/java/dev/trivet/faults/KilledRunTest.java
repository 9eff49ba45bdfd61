package dev.trivet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real JVM bootstraps over real sshd and is killed by signal 9; another run goes on from there. {@code -Dfaults.full=true}
 * kills at 50 moments that are spread over a whole run.
 */
class KilledRunTest {

    private static final int MOMENTS = 50;

    @TempDir
    static Path folder;

    @TempDir
    static Path common;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open(common);
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> anotherRunGoesOn() {
        return Boolean.getBoolean("faults.full") ? atManyMoments() : atSomeLines();
    }

    private static Stream<DynamicTest> atSomeLines() {
        return Stream.of(
                        "m2: put 7 files ...",
                        "[certs] Using certificateDir",
                        "m2: run kubeadm join ...",
                        "m3: run kubeadm join: done")
                .map(line ->
                        DynamicTest.dynamicTest("killed at: " + line, () -> judge(line, run -> run.awaitLine(line))));
    }

    private static Stream<DynamicTest> atManyMoments() {
        long millis = wholeRun();
        return IntStream.rangeClosed(1, MOMENTS)
                .mapToLong(i -> millis * i / MOMENTS)
                .mapToObj(moment -> DynamicTest.dynamicTest(
                        "killed after " + moment + " ms", () -> judge(moment + " ms", run -> run.awaitEnd(moment))));
    }

    private static long wholeRun() {
        site.reset();
        long start = System.nanoTime();
        try (var run = OtherRun.start(site, folder)) {
            run.awaitEnd(Long.MAX_VALUE);
            assertThat(run.lines()).last().asString().contains("the control plane is complete");
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** What to wait for before the kill. */
    private interface Moment {
        void await(OtherRun run);
    }

    private static void judge(String name, Moment moment) {
        site.reset();
        try (var run = OtherRun.start(site, folder)) {
            moment.await(run);
        }
        var judge = new Judge(site);
        judge.looksAt(name);
        try (var ssh = Login.ROOT.open(site)) {
            judge.lets(site.over(ssh), name);
        }
    }
}
