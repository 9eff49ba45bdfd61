package dev.trivet.conformance;

import dev.trivet.harness.Patience;
import java.nio.file.Path;
import java.time.Duration;

/** Runs scenarios on a rack and compares what comes of them with what was predicted. */
final class Conformance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** Longer than an election takes: three advertisement intervals of 0.3 s and the skew, which is less than one. */
    private static final Duration QUIET = Duration.ofMillis(1500);

    private final Rack rack;
    private String holder;

    Conformance(RackPlan plan, Path folder) {
        rack = new Rack(plan, SetUp.STANDARD.files(plan.cluster()), folder);
        holder = "";
    }

    /** Makes the scenario's steps, one after another; when one comes out wrong, the rest is left out. */
    void run(Scenario scenario) {
        var start = scenario.start().holders().get(0);
        if (!holder.equals(start)) {
            rack.startWithHolder(start);
        }
        holder = "";
        for (Scenario.Step step : scenario.steps()) {
            rack.apply(step.fault(), scenario.cut());
            if (!Patience.untilSteady(PATIENCE, QUIET, () -> isAsPredicted(step))) {
                throw new AssertionError(mismatch(scenario, step));
            }
        }
        holder = rack.holders().get(0);
    }

    @Override
    public void close() {
        rack.close();
    }

    private boolean isAsPredicted(Scenario.Step step) {
        return rack.hasComeToRest()
                && step.isMetBy(rack.holders())
                && (!step.expected().served() || rack.isServed());
    }

    private String mismatch(Scenario scenario, Scenario.Step wrong) {
        var text = new StringBuilder("the daemons disagree with the model\n").append(scenario);
        text.append("\n  at the start: ").append(scenario.start());
        int count = 1 + scenario.steps().indexOf(wrong);
        scenario.steps().subList(0, count).forEach(step -> text.append("\n  ").append(step));
        text.append("\nexpected: held by ").append(wrong.expected().holders());
        text.append(wrong.expected().served() ? ", clients served" : ", clients not served");
        text.append("\nfound: held by ").append(rack.holders());
        text.append(rack.isServed() ? ", clients served" : ", clients not served");
        text.append(rack.hasComeToRest() ? ", all at rest" : ", some daemon has not noticed yet");
        return text.append("\n").append(rack.tails()).toString();
    }
}
