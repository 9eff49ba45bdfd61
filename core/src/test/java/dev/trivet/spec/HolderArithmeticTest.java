package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bounds of the election's arithmetic, for any number of masters. */
class HolderArithmeticTest {

    static IntStream masters() {
        return IntStream.rangeClosed(1, 10);
    }

    @ParameterizedTest
    @MethodSource("masters")
    void aFailingHolderMustFallBelowTheLowest(int masters) {
        int spread = spread(masters);
        int bonus = spread + 1;
        assertThat(errors(priorities(masters, 100), -(spread + bonus), bonus))
                .containsExactly("failing-holder-loses at healthCheck.weight");
        assertThat(errors(priorities(masters, 100), -(spread + bonus + 1), bonus))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("masters")
    void theBonusMustExceedTheSpread(int masters) {
        int spread = spread(masters);
        assertThat(errors(priorities(masters, 100), -90, spread + 1)).isEmpty();
        assertThat(errors(priorities(masters, 100), -90, spread))
                .containsExactly(
                        masters == 1
                                ? "holder-bonus-range at healthCheck.holderBonus"
                                : "holder-stays at healthCheck.holderBonus");
    }

    @ParameterizedTest
    @MethodSource("masters")
    void theLowestMustStayAtOneOrMoreWithTheWeight(int masters) {
        int bonus = spread(masters) + 1;
        assertThat(errors(priorities(masters, 91), -90, bonus)).isEmpty();
        assertThat(errors(priorities(masters, 90), -90, bonus)).containsExactly(sumsAt(masters - 1));
    }

    @ParameterizedTest
    @MethodSource("masters")
    void theHighestMustStayAt254OrLessWithTheBonus(int masters) {
        int spread = spread(masters);
        int bonus = spread + 1;
        int lowest = 254 - bonus - spread;
        assertThat(errors(priorities(masters, lowest), -90, bonus)).isEmpty();
        assertThat(errors(priorities(masters, lowest + 1), -90, bonus)).containsExactly(sumsAt(0));
    }

    @ParameterizedTest
    @MethodSource("masters")
    void everySumIsHeldAgainstItsOwnMaster(int masters) {
        int bonus = spread(masters) + 1;
        var all = IntStream.range(0, masters)
                .mapToObj(HolderArithmeticTest::sumsAt)
                .toList();
        assertThat(errors(priorities(masters, 90 - spread(masters)), -90, bonus))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("masters")
    void theOrderOfTheMastersDoesNotMatter(int masters) {
        int spread = spread(masters);
        var ascending = new ArrayList<>(priorities(masters, 100));
        ascending.sort(null);
        assertThat(errors(ascending, -(2 * spread + 2), spread + 1)).isEmpty();
        assertThat(errors(ascending, -(2 * spread + 1), spread + 1))
                .containsExactly("failing-holder-loses at healthCheck.weight");
    }

    private static int spread(int masters) {
        return 3 * (masters - 1);
    }

    private static List<Integer> priorities(int masters, int lowest) {
        return IntStream.range(0, masters)
                .mapToObj(i -> lowest + 3 * (masters - 1 - i))
                .toList();
    }

    private static String sumsAt(int master) {
        return "priority-sums at masters[" + master + "].priority";
    }

    private static List<String> errors(List<Integer> priorities, int weight, int bonus) {
        var check = HealthCheck.defaults().withWeight(weight).withHolderBonus(bonus);
        return Violations.errorsOf(Specs.withPriorities(priorities).withHealthCheck(check));
    }
}
