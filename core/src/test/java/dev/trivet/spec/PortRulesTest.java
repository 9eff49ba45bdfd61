package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRulesTest {

    /** The three places where a port may stand. */
    enum Place {
        FRONT("loadBalancer.port", 1024),
        MONITOR("loadBalancer.monitorPort", 1024),
        API_SERVER("apiServer.port", 1);

        private final String path;
        private final int lowest;

        Place(String path, int lowest) {
            this.path = path;
            this.lowest = lowest;
        }

        ClusterSpec with(int port) {
            return with(ClusterSpecs.minimal(), port);
        }

        ClusterSpec with(ClusterSpec spec, int port) {
            return switch (this) {
                case FRONT -> spec.withLoadBalancer(spec.loadBalancer().withPort(port));
                case MONITOR -> spec.withLoadBalancer(spec.loadBalancer().withMonitorPort(port));
                case API_SERVER -> spec.withApiServer(spec.apiServer().withPort(port));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesEveryPortInRange(Place place) {
        assertThat(Violations.of(place.with(place.lowest))).isEmpty();
        assertThat(Violations.of(place.with(65535))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesAPortOutOfRange(Place place) {
        for (int port : new int[] {Integer.MIN_VALUE, -1, place.lowest - 1, 65536, Integer.MAX_VALUE}) {
            assertThat(Violations.of(place.with(port))).containsExactly("port-range at " + place.path);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesNodePorts(Place place) {
        for (int port : new int[] {30000, 30001, 32767}) {
            assertThat(Violations.of(place.with(port))).containsExactly("port-node-port at " + place.path);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesThePortsBesideNodePorts(Place place) {
        assertThat(Violations.of(place.with(29999))).isEmpty();
        assertThat(Violations.of(place.with(32768))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2379, 2380, 2381, 10248, 10249, 10250, 10256, 10257, 10259})
    void refusesAPortOfKubernetesItself(int port) {
        for (Place place : Place.values()) {
            assertThat(Violations.of(place.with(port))).containsExactly("port-taken at " + place.path);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2378, 2382, 10247, 10251, 10255, 10258, 10260})
    void takesThePortsBesideThoseOfKubernetes(int port) {
        for (Place place : Place.values()) {
            assertThat(Violations.of(place.with(port))).isEmpty();
        }
    }

    @Test
    void refusesTheSamePortTwice() {
        var same = Place.MONITOR.with(Place.FRONT.with(7000), 7000);
        assertThat(Violations.of(same)).containsExactly("port-unique at loadBalancer.monitorPort");
        assertThat(Violations.of(Place.API_SERVER.with(same, 7000)))
                .containsExactly("port-unique at loadBalancer.monitorPort", "port-unique at apiServer.port");
        assertThat(Violations.of(Place.MONITOR.with(same, 7001))).isEmpty();
    }

    @Test
    void namesThePortThatWasWrittenNotTheDefaultThatItMeets() {
        assertThat(Violations.of(Place.FRONT.with(6443))).containsExactly("port-unique at loadBalancer.port");
        assertThat(Violations.of(Place.FRONT.with(9444))).containsExactly("port-unique at loadBalancer.port");
        assertThat(Violations.of(Place.MONITOR.with(6443))).containsExactly("port-unique at loadBalancer.monitorPort");
        assertThat(Violations.of(Place.MONITOR.with(8443))).containsExactly("port-unique at loadBalancer.monitorPort");
        assertThat(Violations.of(Place.API_SERVER.with(8443))).containsExactly("port-unique at apiServer.port");
        assertThat(Violations.of(Place.API_SERVER.with(9444))).containsExactly("port-unique at apiServer.port");
    }
}
