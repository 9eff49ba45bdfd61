package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Many faults in several runs, chosen by a seed. {@code -Dfaults.runs=10000} tries that many, and {@code -Dfaults.seed=7} one again.
 */
class SeededFaultsTest {

    private static final int RUNS_BY_DEFAULT = 100;
    private static final int OPERATIONS = 80;
    private static final int ONE_IN = 20;

    @Test
    void convergesWhenTheTroubleIsOver() {
        seeds().forEach(seed -> {
            var tried = chosenBy(seed);
            if (!tried.judged().isGood()) {
                var shortest = tried.shrunk();
                assertThat(shortest.judged().isGood())
                        .as("-Dfaults.seed=%d: %s\n%s", seed, shortest, shortest.judged())
                        .isTrue();
            }
        });
    }

    private static LongStream seeds() {
        var one = Long.getLong("faults.seed");
        return one != null
                ? LongStream.of(one)
                : LongStream.rangeClosed(1, Integer.getInteger("faults.runs", RUNS_BY_DEFAULT));
    }

    private static FaultCase chosenBy(long seed) {
        var random = new Random(seed);
        var mishaps = Mishap.all();
        var injections = new ArrayList<Injection>();
        for (String master : List.of("m1", "m2", "m3")) {
            for (int number = 1; number <= OPERATIONS; number++) {
                if (random.nextInt(ONE_IN) == 0) {
                    injections.add(new Injection(master, number, mishaps.get(random.nextInt(mishaps.size()))));
                }
            }
        }
        var scenarios = Scenario.values();
        return new FaultCase(scenarios[random.nextInt(scenarios.length)], injections, 3);
    }
}
