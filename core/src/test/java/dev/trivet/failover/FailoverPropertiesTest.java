package dev.trivet.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.testing.ClusterSpecs;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FailoverPropertiesTest {

    /** Any election of three masters, sums within range; most of them are broken in one way or another. */
    record Election(List<Integer> priorities, int weight, int bonus) {

        int highest() {
            return priorities.stream().mapToInt(Integer::intValue).max().orElseThrow();
        }

        int lowest() {
            return priorities.stream().mapToInt(Integer::intValue).min().orElseThrow();
        }

        boolean keepsToTheArithmetic() {
            return priorities.stream().distinct().count() == priorities.size()
                    && highest() + bonus - weight < lowest()
                    && bonus > highest() - lowest();
        }

        FailoverModel model() {
            var names = IntStream.rangeClosed(1, priorities.size())
                    .mapToObj(i -> "m" + i)
                    .toList();
            return new FailoverModel(names, priorities, -weight, bonus, BalancerView.READYZ);
        }
    }

    @Property(tries = 150)
    void specsThatValidateAreProved(@ForAll("valid") ClusterSpec spec) {
        assertThat(FailoverAnalysis.of(spec.validate().orThrow()).isProved()).isTrue();
    }

    @Property(tries = 300)
    void anElectionIsProvedExactlyWhenItKeepsToTheArithmetic(@ForAll("elections") Election election) {
        assertThat(Prover.broken(election.model(), EnumSet.allOf(Guarantee.class))
                        .isEmpty())
                .isEqualTo(election.keepsToTheArithmetic());
    }

    @Property(tries = 60)
    void everyCounterexampleReplays(@ForAll("elections") Election election) {
        Assume.that(!election.keepsToTheArithmetic());
        var model = election.model();
        var counterexamples = FailoverAnalysis.of(model).counterexamples();
        assertThat(counterexamples).isNotEmpty();
        for (Counterexample counterexample : counterexamples) {
            var replay = Replay.of(model);
            var before = replay.now();
            for (Counterexample.Step step : counterexample.steps()) {
                before = replay.now();
                assertThat(replay.apply(step.fault())).isEqualTo(step.outcome());
            }
            assertThat(breaks(counterexample.guarantee(), before, replay.now())).isTrue();
        }
    }

    /** Three masters are enough to break a guarantee, however many there are. */
    @Property(tries = 60)
    void lookingAtEveryThreeMastersFindsWhatLookingAtAllDoes(@ForAll("elections4") Election election) {
        var guarantees = EnumSet.allOf(Guarantee.class);
        assertThat(Prover.broken(election.model(), guarantees).isEmpty()).isEqualTo(election.keepsToTheArithmetic());
        assertThat(Prover.brokenAmongAll(election.model(), guarantees).isEmpty())
                .isEqualTo(election.keepsToTheArithmetic());
    }

    @Example
    void aModelThatKeepalivedWouldNotTakeIsRefused() {
        refused(List.of("m1"), List.of(), -100, 50);
        refused(List.of("m1", "m1"), List.of(100, 90), -100, 50);
        refused(List.of("m1"), List.of(255), -100, 50);
        refused(List.of("m1"), List.of(100), 1, 50);
        refused(List.of("m1"), List.of(100), -100, 254);
    }

    private static void refused(List<String> masters, List<Integer> priorities, int weight, int bonus) {
        assertThatThrownBy(() -> new FailoverModel(masters, priorities, weight, bonus, BalancerView.READYZ))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean breaks(Guarantee guarantee, Outcome before, Outcome after) {
        return switch (guarantee) {
            case SETTLES -> after.reason().contains("wanders");
            case ONE_HOLDER -> after.holders().size() != 1;
            case SERVES -> after.couldServe() && !after.served();
            case NO_SECOND_MOVE -> !after.holders().equals(before.holders());
        };
    }

    @Provide
    Arbitrary<ClusterSpec> valid() {
        return ClusterSpecs.valid();
    }

    @Provide
    Arbitrary<Election> elections() {
        return elections(3);
    }

    @Provide
    Arbitrary<Election> elections4() {
        return elections(4);
    }

    private static Arbitrary<Election> elections(int masters) {
        var priority = Arbitraries.integers().between(110, 150);
        return Combinators.combine(
                        priority.list().ofSize(masters),
                        Arbitraries.integers().between(1, 109),
                        Arbitraries.integers().between(0, 100))
                .as(Election::new);
    }
}
