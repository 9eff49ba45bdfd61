package com.example.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.testing.BrokenSpec;
import dev.trivet.testing.ClusterSpecs;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What this tool promises of any spec that Trivet takes. */
class InventoryPropertiesTest {

    @Provide
    Arbitrary<ClusterSpec> specs() {
        return ClusterSpecs.valid();
    }

    @Provide
    Arbitrary<BrokenSpec> brokenSpecs() {
        return ClusterSpecs.broken();
    }

    @Property(tries = 200)
    void theInventoryHasEveryMasterWithAllItsAddresses(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        var read = Inventory.read(Inventory.of(cluster));
        assertThat(read).hasSameSizeAs(cluster.masters());
        assertThat(cluster.masters())
                .allSatisfy(master -> assertThat(read.get(master.name()))
                        .hasSameSizeAs(master.addresses())
                        .doesNotHaveDuplicates());
    }

    @Property(tries = 200)
    void aBrokenSpecIsToldWithItsRuleAndPlace(@ForAll("brokenSpecs") BrokenSpec broken) {
        assertThat(broken.spec().validate().violations())
                .anyMatch(violation ->
                        violation.rule() == broken.rule() && violation.path().equals(broken.path()));
    }

    @Example
    void aPromiseThatDoesNotHoldIsFoundOut() {
        var tests = EngineTestKit.engine("jqwik")
                .selectors(selectClass(WishfulProperties.class))
                .execute()
                .testEvents();
        tests.assertStatistics(counts -> counts.started(1).failed(1));
    }
}
