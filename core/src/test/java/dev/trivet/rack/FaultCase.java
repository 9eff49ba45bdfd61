package dev.trivet.rack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** So many runs, what goes wrong in them, and then the ones that make it good. */
record FaultCase(Scenario scenario, List<Injection> injections, int runs) {

    /** After a restart. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Certificates made by a clock that was ahead are good by then. */
    private static final Duration AN_HOUR = Duration.ofHours(1);

    Verdict judged() {
        var trial = new Trial(scenario);
        var trouble = new Troublemaker(trial.rack(), trial.journal(), injections);
        for (int run = 0; run < runs; run++) {
            trial.run(trouble.nextRun());
        }
        return trial.conclude(needsTime() ? AN_HOUR : A_MINUTE);
    }

    private boolean needsTime() {
        return injections.stream().anyMatch(injection -> injection.mishap().reach() == Mishap.Reach.CLOCK_AHEAD);
    }

    /** The same trouble with less of it, as long as it still ends badly: nothing more can be left out. */
    FaultCase shrunk() {
        return IntStream.range(0, injections.size())
                .mapToObj(this::without)
                .filter(smaller -> !smaller.judged().isGood())
                .findFirst()
                .map(FaultCase::shrunk)
                .orElse(this);
    }

    private FaultCase without(int index) {
        var fewer = new ArrayList<>(injections);
        fewer.remove(index);
        return new FaultCase(scenario, fewer, runs);
    }

    @Override
    public String toString() {
        return scenario + " in " + runs + " runs with " + injections;
    }
}
