package dev.trivet.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.Keepalived;
import dev.trivet.testing.ClusterSpecs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageBoundsTest {

    private static final Cluster CLUSTER = ClusterSpecs.minimal().validate().orThrow();
    private static final Fault CUT_OFF = new Fault("m1", Component.NODE, Condition.DOWN);

    /** The medians that real daemons showed under these settings must lie below. */
    @ParameterizedTest
    @CsvSource({
        "NODE,       DOWN,   1950, 2489",
        "KEEPALIVED, DOWN,    100, 1089",
        "KEEPALIVED, FROZEN,    0, 1000",
        "HAPROXY,    DOWN,   1220, 2339",
        "HAPROXY,    FROZEN, 3000, 3089",
        "API_SERVER, DOWN,    105,  500",
        "API_SERVER, FROZEN,   24, 3000",
        "API_SERVER, ERRORS,  570, 1000"
    })
    void everySingleFaultOfTheHolderHasItsBound(Component component, Condition condition, long measured, long bound) {
        var found = OutageBounds.of(CLUSTER)
                .after(List.of(new Fault("m1", component, condition)))
                .orElseThrow();

        assertThat(found.total()).hasMillis(bound).isGreaterThan(Duration.ofMillis(measured));
        assertThat(FailoverAnalysis.of(CLUSTER).bounds()).contains(found);
    }

    @Test
    void faultsInARowAddUp() {
        var both = OutageBounds.of(CLUSTER)
                .after(List.of(
                        new Fault("m1", Component.HAPROXY, Condition.DOWN),
                        new Fault("m2", Component.KEEPALIVED, Condition.DOWN)))
                .orElseThrow();

        assertThat(both.terms()).hasSize(4);
        assertThat(both.total()).hasMillis(2339 + 1112);
        assertThat(both.toString())
                .startsWith("HAProxy of m1 dies, then keepalived of m2 is stopped: at most 3451 ms")
                .contains("112 ms  the next waits its skew ((256 - its priority) / 256 * advert_int)");
    }

    @Test
    void everyTwoFaultsHaveTheirBoundWhereClientsAreServedAfterThem() {
        var bounds = OutageBounds.of(CLUSTER);
        int bounded = 0;
        for (Fault first : faults()) {
            for (Fault second : faults()) {
                if (first.master().equals(second.master()) && first.component() == second.component()) {
                    continue;
                }
                var replay = Replay.of(FailoverModel.standard(CLUSTER));
                boolean servedFirst = replay.apply(first).served();
                boolean served = replay.apply(second).served() && servedFirst;
                var bound = bounds.after(List.of(first, second));
                assertThat(bound.isPresent()).as("%s, %s", first, second).isEqualTo(served);
                bounded += bound.isPresent() ? 1 : 0;
            }
        }
        assertThat(bounded).isGreaterThan(300);
    }

    private static List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        for (String master : List.of("m1", "m2", "m3")) {
            for (Component component : Component.values()) {
                faults.add(new Fault(master, component, Condition.DOWN));
                if (component != Component.NODE) {
                    faults.add(new Fault(master, component, Condition.FROZEN));
                }
            }
            faults.add(new Fault(master, Component.API_SERVER, Condition.ERRORS));
        }
        return faults;
    }

    @Test
    void anotherMastersFaultCostsARedispatchAtMost() {
        var bounds = OutageBounds.of(CLUSTER);

        assertThat(bounds.after(List.of(new Fault("m2", Component.NODE, Condition.DOWN)))
                        .orElseThrow()
                        .total())
                .hasMillis(500);
        assertThat(bounds.after(List.of(new Fault("m3", Component.HAPROXY, Condition.DOWN)))
                        .orElseThrow()
                        .total())
                .isZero();
    }

    @Test
    void clientsLedToAnAddressThatWasLeftBehindHearTheNextAnnouncement() {
        var frozen = new Fault("m1", Component.KEEPALIVED, Condition.FROZEN);
        var bounds = OutageBounds.of(CLUSTER);

        assertThat(total(bounds, frozen, new Fault("m1", Component.HAPROXY, Condition.DOWN)))
                .hasMillis(1000 + 3000);
        assertThat(total(bounds, frozen, new Fault("m1", Component.API_SERVER, Condition.DOWN)))
                .hasMillis(1000 + 500);
        assertThat(total(bounds, frozen, new Fault("m2", Component.HAPROXY, Condition.DOWN)))
                .hasMillis(1000 + 1350 + 1012);
    }

    private static Duration total(OutageBounds bounds, Fault... faults) {
        return bounds.after(List.of(faults)).orElseThrow().total();
    }

    @Test
    void repairsAndRepeatedFaultsAreRefused() {
        var bounds = OutageBounds.of(CLUSTER);
        var repair = new Fault("m1", Component.NODE, Condition.UP);

        assertThatThrownBy(() -> bounds.after(List.of(CUT_OFF, CUT_OFF))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bounds.after(List.of(repair))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whereNobodyCanServeThereIsNoBound() {
        assertThat(OutageBounds.of(CLUSTER).after(List.of(CUT_OFF, new Fault("m2", Component.NODE, Condition.DOWN))))
                .isEmpty();
    }

    @Test
    void theBoundFollowsTheSettings() {
        var slower = ClusterSpecs.minimal()
                .withKeepalived(Keepalived.defaults().withVrrpVersion(2).withAdvertInterval(Duration.ofSeconds(2)))
                .validate()
                .orThrow();

        var bound = OutageBounds.of(slower).after(List.of(CUT_OFF)).orElseThrow();

        // In version 2 the skew counts seconds: (256 - 180) / 256 s.
        assertThat(bound.terms().get(0).formula()).endsWith("/ 256 s");
        assertThat(bound.terms().get(0).duration()).isBetween(Duration.ofMillis(6296), Duration.ofMillis(6297));
        // Sent again after 1 and 3 s, in vain, and after 7.
        assertThat(bound.terms().get(1).duration()).isEqualTo(Duration.ofSeconds(4));
    }
}
