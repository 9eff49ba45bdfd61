package dev.trivet.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.conformance.RackPlan.Family;
import dev.trivet.harness.Requirements;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Real keepalived and HAProxy do in every scenario what the failover model says. */
@Tag("conformance")
class ConformanceTest {

    /** Side by side, for they mostly wait; but of three at once on two busy processors, the daemons came too late. */
    private static final int SIDE_BY_SIDE = 2;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theRealHolderIsThePredictedOne() {
        var missing = Requirements.missing("keepalived", "haproxy", "curl", "openssl", "setpriv");
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        var campaigns = List.of(
                campaign(5, Family.IPV4, 500, 8),
                campaign(3, Family.IPV4, 300, 9),
                campaign(3, Family.IPV6, 400, 9),
                campaign(5, Family.IPV6, 600, 8));
        var threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        campaigns.forEach(threads::execute);
        return campaigns.stream().flatMap(Campaign::tests).onClose(threads::shutdownNow);
    }

    private Campaign campaign(int masters, Family family, long firstSeed, int scenarios) {
        return new Campaign(new RackPlan(masters, family), firstSeed, scenarios, folder);
    }
}
