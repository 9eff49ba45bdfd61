package dev.trivet.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Keepalived;
import dev.trivet.spec.MasterNode;
import dev.trivet.testing.ClusterSpecs;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailoverAnalysisTest {

    private static final ClusterSpec SPEC = ClusterSpecs.minimal();
    private static final FailoverModel STANDARD =
            FailoverModel.standard(SPEC.validate().orThrow());

    @Test
    void theDefaultsAreProved() {
        var analysis = FailoverAnalysis.of(SPEC.validate().orThrow());

        assertThat(analysis.isProved()).isTrue();
        assertThat(analysis.counterexamples()).isEmpty();
        assertThat(analysis.explain())
                .startsWith("Proved for m1, m2, m3, whatever fails, together or in turn:")
                .contains(
                        "a repair does not move the address again",
                        "The longest outage after a fault of the holder:\n  the node of m1 is cut off: at most 2489 ms",
                        "Of 3 nodes, 1 may be lost",
                        "every combination of faults")
                .isEqualTo(analysis.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 12})
    void theDefaultsAreProvedForAnyNumberOfMasters(int masters) {
        var spec = SPEC.withMasters(IntStream.rangeClosed(1, masters)
                .mapToObj(i -> MasterNode.of("m" + i, "192.168.1." + (140 + i)))
                .toList());

        assertThat(FailoverAnalysis.of(spec.validate().orThrow()).isProved()).isTrue();
    }

    @Test
    void theArticlesImageCannotCheck() {
        var analysis = FailoverAnalysis.ofClassic(SPEC.validate().orThrow());

        assertThat(analysis.counterexamples()).hasSize(1);
        var found = analysis.counterexamples().get(0);
        assertThat(found.guarantee()).isEqualTo(Guarantee.SERVES);
        assertThat(faults(found)).containsExactly(new Fault("m1", Component.HAPROXY, Condition.DOWN));
        assertThat(found.last().holders()).containsExactly("m1");
        assertThat(found.mend()).contains("osixia/keepalived:2.0.20");
    }

    @Test
    void nothingIsProvedOfAnImageThatCannotCheck() {
        var image = Keepalived.defaults().withImage("osixia/keepalived:1.3.5-1");
        var analysis = FailoverAnalysis.of(SPEC.withKeepalived(image).validate().orThrow());

        assertThat(analysis.isProved()).isFalse();
        assertThat(analysis.counterexamples().get(0).mend()).contains("osixia/keepalived:2.0.20");
    }

    @Test
    void threeSettingsAreMendedWhereTwoAreNotEnough() {
        var analysis = FailoverAnalysis.of(
                STANDARD.withPriorities(200, 140, 80).withWeight(-2).withHolderBonus(61));

        assertThat(analysis.counterexamples())
                .extracting(Counterexample::mend)
                .containsOnly(
                        "set the priorities to 251, 250, 249 and the check's weight to -6 and the holder's bonus to 3");
    }

    @Test
    void theArticlesSettingsTieAndTakeErrorsForAnswers() {
        var image = Keepalived.defaults().withImage("osixia/keepalived:2.0.20");
        var analysis =
                FailoverAnalysis.ofClassic(SPEC.withKeepalived(image).validate().orThrow());

        assertThat(analysis.counterexamples())
                .extracting(Counterexample::guarantee)
                .containsExactly(Guarantee.ONE_HOLDER, Guarantee.SERVES);
        assertThat(faults(analysis.counterexamples().get(0)))
                .containsExactly(
                        new Fault("m1", Component.HAPROXY, Condition.DOWN),
                        new Fault("m2", Component.NODE, Condition.DOWN));
        assertThat(analysis.counterexamples().get(0).last().holders()).containsExactly("m1", "m3");
        assertThat(faults(analysis.counterexamples().get(1)))
                .containsExactly(new Fault("m1", Component.API_SERVER, Condition.ERRORS));
        assertThat(analysis.explain())
                .contains("2. the node of m2 is cut off: m1 and m3 tie (m1 at 98 = 100 - 2, m3 at 98)");
    }

    @Test
    void prioritiesTooFarApartNeverMove() {
        var found = only(STANDARD.withPriorities(100, 90, 80).withWeight(-2).withHolderBonus(21));

        assertThat(found.guarantee()).isEqualTo(Guarantee.SERVES);
        assertThat(faults(found)).containsExactly(new Fault("m1", Component.HAPROXY, Condition.DOWN));
        assertThat(found.mend()).isEqualTo("set the check's weight to -42");
    }

    @Test
    void bothWeightAndBonusAreMendedWhereOneIsNotEnough() {
        var analysis = FailoverAnalysis.of(
                STANDARD.withPriorities(100, 90, 80).withWeight(-2).withHolderBonus(0));

        assertThat(analysis.counterexamples())
                .extracting(Counterexample::mend)
                .containsOnly("set the check's weight to -42 and the holder's bonus to 21");
    }

    @Test
    void withWeightZeroNobodyHoldsTheAddressWhenAllFail() {
        var found = only(STANDARD.withWeight(0));

        assertThat(found.guarantee()).isEqualTo(Guarantee.ONE_HOLDER);
        assertThat(found.last().holders()).isEmpty();
        assertThat(found.mend()).isEqualTo("set the check's weight to -91");
    }

    @Test
    void equalPrioritiesHoldTheAddressAtOnce() {
        var found = only(STANDARD.withPriorities(100, 100, 100));

        assertThat(found.guarantee()).isEqualTo(Guarantee.ONE_HOLDER);
        assertThat(found.steps()).isEmpty();
        assertThat(found.start().holders()).containsExactly("m1", "m2", "m3");
        assertThat(found.mend()).isEqualTo("set the priorities to 204, 203, 202");
    }

    @Test
    void withoutABonusARepairMovesTheAddressAgain() {
        var found = only(STANDARD.withHolderBonus(0));

        assertThat(found.guarantee()).isEqualTo(Guarantee.NO_SECOND_MOVE);
        assertThat(faults(found))
                .containsExactly(
                        new Fault("m1", Component.NODE, Condition.DOWN), new Fault("m1", Component.NODE, Condition.UP));
        assertThat(found.mend()).isEqualTo("set the holder's bonus to 41");
    }

    @Test
    void sevenMastersAreHeldAgainstMoreFaultsThanAStoryTellsInDetail() {
        var seven = new FailoverModel(
                List.of("a", "b", "c", "d", "e", "f", "g"),
                List.of(200, 194, 188, 182, 176, 170, 164),
                -86,
                50,
                BalancerView.READYZ);

        var found = FailoverAnalysis.of(seven).counterexamples().get(0);

        assertThat(faults(found)).hasSize(6);
        assertThat(found.mend()).isEqualTo("set the check's weight to -87");
    }

    private static Counterexample only(FailoverModel model) {
        var counterexamples = FailoverAnalysis.of(model).counterexamples();
        assertThat(counterexamples).hasSize(1);
        return counterexamples.get(0);
    }

    private static List<Fault> faults(Counterexample counterexample) {
        return counterexample.steps().stream().map(Counterexample.Step::fault).toList();
    }
}
