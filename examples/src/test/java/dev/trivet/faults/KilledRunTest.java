package dev.trivet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real JVM bootstraps over real sshd and is killed by signal 9; another run goes on from there. {@code -Dfaults.full=true}
 * also kills at 50 moments that are spread over a whole run.
 */
@Tag("real-tools")
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

    @Test
    void goesOnWhereTheRunBeforeWasKilled() {
        severalKills();
        if (Boolean.getBoolean("faults.full")) {
            killsAtAnyMoment();
        }
    }

    /** Each goes on where the one before was killed, and is killed itself; the last one completes. */
    private static void severalKills() {
        for (String line : List.of(
                "m2: put 7 files ...",
                "[certs] Using certificateDir",
                "m2: run kubeadm join ...",
                "m3: run kubeadm join ...")) {
            try (var run = OtherRun.start(site, folder)) {
                run.awaitLine(line);
            }
            new Judge(site).looksAt(line);
        }
        completes("the last of several kills");
    }

    private static void killsAtAnyMoment() {
        long millis = ofAWholeRun();
        LongStream.rangeClosed(1, MOMENTS).map(i -> millis * i / MOMENTS).forEach(moment -> {
            site.reset();
            try (var run = OtherRun.start(site, folder)) {
                run.awaitEnd(moment);
            }
            new Judge(site).looksAt(moment + " ms");
            completes(moment + " ms");
        });
    }

    private static long ofAWholeRun() {
        site.reset();
        long start = System.nanoTime();
        try (var run = OtherRun.start(site, folder)) {
            run.awaitEnd(Long.MAX_VALUE);
            assertThat(run.lines()).last().asString().contains("the control plane is complete");
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void completes(String name) {
        try (var ssh = Login.ROOT.open(site)) {
            new Judge(site).lets(site.over(ssh), name);
        }
    }
}
