package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriorityRulesTest {

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1000, -1, 0, 255, 256, 600, 1000, Integer.MAX_VALUE})
    void refusesAPriorityOutOfRangeAndHoldsItAgainstNoOtherMaster(int priority) {
        for (int index = 0; index < 3; index++) {
            var spec = Specs.withMaster(ClusterSpecs.minimal(), index, master -> master.withPriority(priority));
            assertThat(Violations.of(spec)).containsExactly("priority-range at masters[" + index + "].priority");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 253, 254})
    void takesPrioritiesInRangeThoughTheirSumsMayBeRefused(int priority) {
        assertThat(Violations.of(Specs.withFirstMaster(master -> master.withPriority(priority))))
                .noneMatch(violation -> violation.startsWith("priority-range"));
    }

    @Test
    void takesTheLowestAndTheHighestPriorityWhoseSumsAreInRange() {
        var check = HealthCheck.defaults().withWeight(-2).withHolderBonus(1);
        assertThat(Violations.errorsOf(Specs.withPriorities(List.of(3)).withHealthCheck(check)))
                .isEmpty();
        assertThat(Violations.errorsOf(Specs.withPriorities(List.of(253)).withHealthCheck(check)))
                .isEmpty();
    }

    @Test
    void refusesAPriorityTwice() {
        assertThat(Violations.of(Specs.withPriorities(List.of(200, 190, 200))))
                .containsExactly("priority-unique at masters[2].priority");
        assertThat(Violations.of(Specs.withPriorities(List.of(200, 200, 200))))
                .containsExactly("priority-unique at masters[1].priority", "priority-unique at masters[2].priority");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1000, -300, -254, 0, 1, 100, Integer.MAX_VALUE})
    void refusesAWeightOutOfRange(int weight) {
        assertThat(Violations.of(with(check -> check.withWeight(weight))))
                .containsExactly("weight-range at healthCheck.weight");
    }

    @ParameterizedTest
    @ValueSource(ints = {-253, -252, -2, -1})
    void takesAWeightInRangeThoughTheArithmeticMayRefuseIt(int weight) {
        assertThat(Violations.of(with(check -> check.withWeight(weight))))
                .noneMatch(violation -> violation.startsWith("weight-range"));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -50, -1, 0, 254, Integer.MAX_VALUE})
    void refusesABonusOutOfRange(int bonus) {
        assertThat(Violations.of(with(check -> check.withHolderBonus(bonus))))
                .containsExactly("holder-bonus-range at healthCheck.holderBonus");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 252, 253})
    void takesABonusInRangeThoughTheArithmeticMayRefuseIt(int bonus) {
        assertThat(Violations.of(with(check -> check.withHolderBonus(bonus))))
                .noneMatch(violation -> violation.startsWith("holder-bonus-range"));
    }

    @Test
    void takesTheArticlesPrioritiesAsTheyAre() {
        assertThat(Violations.of(Specs.withPriorities(List.of(100, 99, 98)))).isEmpty();
    }

    @Test
    void refusesTheArticlesWeight() {
        assertThat(Violations.errorsOf(
                        Specs.withPriorities(List.of(100, 99, 98)).withHealthCheck(weights(-2, 3))))
                .containsExactly("failing-holder-loses at healthCheck.weight");
    }

    @Test
    void refusesPrioritiesTooFarApartForTheDefaultWeightAndBonus() {
        assertThat(Violations.of(Specs.withPriorities(List.of(200, 180, 151)))).isEmpty();
        assertThat(Violations.of(Specs.withPriorities(List.of(200, 180, 150))))
                .containsExactly(
                        "failing-holder-loses at healthCheck.weight", "holder-stays at healthCheck.holderBonus");
    }

    /** What a remedy says must not lead into the next error. */
    @ParameterizedTest
    @CsvSource({"100,80,60,bring the priorities together", "200,180,150,set healthCheck.weight to -102 or lower"})
    void offersAWeightOnlyWhereOneFits(int first, int second, int third, String remedy) {
        var violations =
                Specs.withPriorities(List.of(first, second, third)).validate().violations();
        assertThat(violations)
                .isNotEmpty()
                .allMatch(violation -> violation.message().contains(remedy));
    }

    @Test
    void blamesNoPriorityThatWasFilledIn() {
        assertThat(Violations.errorsOf(with(check -> check.withWeight(-253))))
                .containsExactly("priority-sums at healthCheck.weight");
    }

    private static ClusterSpec with(UnaryOperator<HealthCheck> change) {
        return ClusterSpecs.minimal().withHealthCheck(change.apply(HealthCheck.defaults()));
    }

    private static HealthCheck weights(int weight, int bonus) {
        return HealthCheck.defaults().withWeight(weight).withHolderBonus(bonus);
    }
}
