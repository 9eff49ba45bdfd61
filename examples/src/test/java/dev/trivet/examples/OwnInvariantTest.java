package dev.trivet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.render.Renderers;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The guide shows this as an invariant of one's own. */
class OwnInvariantTest {

    @Property(tries = 25)
    void everyBalancerKnowsEveryMaster(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        var artifacts = Renderers.standard().render(cluster);
        for (Master master : cluster.masters()) {
            var balancer = artifacts.of(master.name(), "/etc/haproxy/haproxy.cfg");
            assertThat(cluster.masters()).allMatch(other -> balancer.text().contains("server " + other.name() + " "));
        }
    }

    @Provide
    Arbitrary<ClusterSpec> specs() {
        return ClusterSpecs.valid();
    }
}
