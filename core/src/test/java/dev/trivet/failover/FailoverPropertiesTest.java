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
    private record Election(List<Integer> priorities, int weight, int bonus) {

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
        assertThat(new Prover(election.model(), EnumSet.allOf(Guarantee.class))
                        .broken()
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

    @Example
    void aModelHasAPriorityForEveryMaster() {
        assertThatThrownBy(() -> new FailoverModel(List.of("m1"), List.of(), -100, 50, BalancerView.READYZ))
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
        var priority = Arbitraries.integers().between(110, 150);
        return Combinators.combine(
                        priority.list().ofSize(3),
                        Arbitraries.integers().between(1, 109),
                        Arbitraries.integers().between(0, 100))
                .as(Election::new);
    }
}
