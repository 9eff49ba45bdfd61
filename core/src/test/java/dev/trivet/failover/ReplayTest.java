package dev.trivet.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.testing.ClusterSpecs;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final Replay replay =
            Replay.of(FailoverModel.standard(ClusterSpecs.minimal().validate().orThrow()));

    @Test
    void theFirstMasterHoldsTheAddressAtTheStart() {
        assertThat(replay.now().holders()).containsExactly("m1");
        assertThat(replay.now().served()).isTrue();
        assertThat(replay.now()).hasToString("m1 holds the address (m1 at 250 = 200 + 50, m2 at 180, m3 at 160)");
    }

    @Test
    void oneHoldsTheAddressOfManyMasters() {
        var many = Replay.of(FailoverModel.standard(Pages.cluster(40)));

        assertThat(many.now().holders()).containsExactly("m1");
        assertThat(many.apply(new Fault("m1", Component.NODE, Condition.DOWN)).holders())
                .containsExactly("m2");
    }

    @Test
    void theAddressLeavesAMasterWhoseBalancerFreezesAndStaysAway() {
        assertThat(holders("m1", Component.HAPROXY, Condition.FROZEN)).isEqualTo("[m2]");
        assertThat(holders("m1", Component.HAPROXY, Condition.UP)).isEqualTo("[m2]");
        assertThat(holders("m2", Component.KEEPALIVED, Condition.DOWN)).isEqualTo("[m1]");
    }

    @Test
    void anApiServerThatFailsMovesNothing() {
        assertThat(holders("m1", Component.API_SERVER, Condition.ERRORS)).isEqualTo("[m1]");
        assertThat(holders("m2", Component.API_SERVER, Condition.FROZEN)).isEqualTo("[m1]");
        assertThat(replay.now().served()).isTrue();
        assertThat(holders("m3", Component.API_SERVER, Condition.DOWN)).isEqualTo("[m1]");
        assertThat(replay.now().served()).isFalse();
        assertThat(replay.now().couldServe()).isFalse();
    }

    @Test
    void withoutEtcdsQuorumNobodyServesAndOneStillHolds() {
        holders("m1", Component.NODE, Condition.DOWN);
        var outcome = replay.apply(new Fault("m2", Component.NODE, Condition.DOWN));

        assertThat(outcome.holders()).containsExactly("m3");
        assertThat(outcome.couldServe()).isFalse();
        assertThat(outcome.reason()).endsWith("nobody can serve");
    }

    @Test
    void whereNoSpeakerIsHeardNobodyHolds() {
        for (String master : new String[] {"m1", "m2", "m3"}) {
            holders(master, Component.KEEPALIVED, Condition.FROZEN);
        }
        assertThat(replay.now().holders()).isEmpty();
        assertThat(replay.now().reason()).contains("no keepalived is heard");
    }

    @Test
    void aStrangersFaultIsRefused() {
        assertThatThrownBy(() -> replay.apply(new Fault("m9", Component.NODE, Condition.DOWN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m9");
    }

    @Test
    void onlyAnApiServerAnswersErrors() {
        assertThatThrownBy(() -> new Fault("m1", Component.HAPROXY, Condition.ERRORS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void faultsReadAsSentences() {
        assertThat(new Fault("m1", Component.NODE, Condition.DOWN)).hasToString("the node of m1 is cut off");
        assertThat(new Fault("m1", Component.API_SERVER, Condition.FROZEN)).hasToString("the API server of m1 hangs");
        assertThat(new Fault("m1", Component.API_SERVER, Condition.ERRORS))
                .hasToString("the API server of m1 answers errors");
        assertThat(new Fault("m2", Component.HAPROXY, Condition.UP)).hasToString("HAProxy of m2 is repaired");
    }

    private String holders(String master, Component component, Condition condition) {
        return replay.apply(new Fault(master, component, condition)).holders().toString();
    }
}
