package dev.trivet.testing;

import dev.trivet.spec.HealthCheck;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary settings of the election that keep to the arithmetic: left to their defaults, or all written out. */
final class Elections {

    /** Priorities in the masters' order, or none; and the check whose weights fit them. */
    record Election(List<Integer> priorities, HealthCheck check) {}

    private Elections() {}

    static Arbitrary<Election> elections(int masters) {
        return Arbitraries.oneOf(
                checks().map(check -> new Election(List.of(), check)),
                Combinators.combine(written(masters), checks())
                        .as((election, check) -> new Election(
                                election.priorities(),
                                check.withWeight(election.check().weight())
                                        .withHolderBonus(election.check().holderBonus()))));
    }

    private static Arbitrary<Election> written(int masters) {
        var spare = Arbitraries.integers().between(0, 15);
        return Arbitraries.integers()
                .between(masters - 1, 40)
                .flatMap(spread -> Combinators.combine(
                                spare,
                                spare,
                                spare,
                                Arbitraries.integers().between(0, spread).set().ofSize(masters))
                        .as((moreBonus, moreWeight, moreBase, offsets) -> {
                            int bonus = spread + 1 + moreBonus;
                            int weight = spread + bonus + 1 + moreWeight;
                            int lowest = weight + 1 + moreBase;
                            var priorities = offsets.stream()
                                    .map(offset -> lowest + offset)
                                    .toList();
                            return new Election(
                                    priorities,
                                    HealthCheck.defaults().withWeight(-weight).withHolderBonus(bonus));
                        }));
    }

    private static Arbitrary<HealthCheck> checks() {
        return Combinators.combine(
                        seconds(1).optional(0.3),
                        seconds(5).optional(0.3),
                        Arbitraries.integers().between(1, 100).optional(0.3),
                        Arbitraries.integers().between(1, 100).optional(0.3))
                .as((interval, timeout, fall, rise) -> HealthCheck.defaults()
                        .withInterval(interval)
                        .withTimeout(timeout)
                        .withFall(fall)
                        .withRise(rise));
    }

    private static Arbitrary<Duration> seconds(int fewest) {
        return Arbitraries.integers().between(fewest, 60).map(Duration::ofSeconds);
    }
}
