package dev.trivet.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model is what keepalived takes, at its bounds and no further. */
class FailoverModelTest {

    private static FailoverModel of(int priority, int weight, int bonus) {
        return new FailoverModel(List.of("m1"), List.of(priority), weight, bonus, BalancerView.READYZ);
    }

    @ParameterizedTest
    @CsvSource({"1, -253, 0", "254, 0, 253"})
    void isTakenAtItsBounds(int priority, int weight, int bonus) {
        assertThat(of(priority, weight, bonus).priorities()).containsExactly(priority);
    }

    @ParameterizedTest
    @CsvSource({
        "0, -100, 50, priority 0",
        "255, -100, 50, priority 255",
        "100, -254, 50, weight -254",
        "100, 1, 50, weight 1",
        "100, -100, -1, holderBonus -1",
        "100, -100, 254, holderBonus 254"
    })
    void isRefusedBeyond(int priority, int weight, int bonus, String named) {
        assertThatThrownBy(() -> of(priority, weight, bonus))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(named + " is outside ");
    }

    @Test
    void hasAPriorityForEachMasterAndNoNameTwice() {
        assertThatThrownBy(() -> new FailoverModel(List.of(), List.of(), -100, 50, BalancerView.READYZ))
                .hasMessageStartingWith("0 masters have 0 priorities");
        assertThatThrownBy(() -> new FailoverModel(List.of("m1"), List.of(1, 2), -100, 50, BalancerView.READYZ))
                .hasMessageStartingWith("1 masters have 2 priorities");
        assertThatThrownBy(() -> new FailoverModel(List.of("m1", "m1"), List.of(1, 2), -100, 50, BalancerView.READYZ))
                .hasMessageStartingWith("two of [m1, m1] have one name");
    }
}
