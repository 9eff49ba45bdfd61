package com.example.tool;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.testing.ClusterSpecs;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What does not hold: a master may have an address of either family. Not named as a test, for another test runs it. */
class WishfulProperties {

    @Provide
    Arbitrary<ClusterSpec> specs() {
        return ClusterSpecs.valid();
    }

    @Property
    boolean everyMasterHasOneAddress(@ForAll("specs") ClusterSpec spec) {
        return spec.validate().orThrow().masters().stream()
                .allMatch(master -> master.addresses().size() == 1);
    }
}
