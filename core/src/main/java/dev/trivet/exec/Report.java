package dev.trivet.exec;

import dev.trivet.plan.Plan;
import dev.trivet.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has done.
 *
 * @since 0.1.0
 */
public final class Report {

    private final Plan plan;
    private final Map<Step, StepOutcome> outcomes;
    private final Optional<Failure> obstacle;

    private Report(Plan plan, Map<Step, StepOutcome> outcomes, Optional<Failure> obstacle) {
        this.plan = plan;
        this.outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        this.obstacle = obstacle;
    }

    static Report of(Plan plan, Map<Step, StepOutcome> outcomes) {
        return new Report(plan, outcomes, Optional.empty());
    }

    /** Nothing was begun: all of the plan is left. */
    static Report notBegun(Plan plan, Failure obstacle) {
        var outcomes = new LinkedHashMap<Step, StepOutcome>();
        plan.steps().forEach(step -> outcomes.put(step, new StepOutcome.Left()));
        return new Report(plan, outcomes, Optional.of(obstacle));
    }

    /**
     * What was to be done.
     *
     * @return the plan
     */
    public Plan plan() {
        return plan;
    }

    /**
     * What became of every step, and how long it took.
     *
     * @return the outcomes, in the plan's order
     */
    public Map<Step, StepOutcome> outcomes() {
        return outcomes;
    }

    /**
     * What was done.
     *
     * @return steps of the plan
     */
    public List<Step> done() {
        return outcomes.keySet().stream()
                .filter(step -> outcomes.get(step) instanceof StepOutcome.Done)
                .toList();
    }

    /**
     * What is left for another run.
     *
     * @return steps of the plan
     */
    public List<Step> left() {
        return outcomes.keySet().stream()
                .filter(step -> !(outcomes.get(step) instanceof StepOutcome.Done))
                .toList();
    }

    /**
     * Why not everything was done.
     *
     * @return the failures; none where everything was done. Of a run that was cancelled before its first step it may be said here
     *     that it was interrupted
     */
    public List<Failure> failures() {
        var failures = new ArrayList<Failure>();
        obstacle.ifPresent(failures::add);
        outcomes.values().forEach(outcome -> {
            if (outcome instanceof StepOutcome.Failed failed) {
                failures.add(failed.failure());
            }
        });
        return failures;
    }

    /**
     * Whether the control plane is as it should be.
     *
     * @return whether nothing is left and nothing stood against it
     */
    public boolean isComplete() {
        return plan.blockers().isEmpty() && left().isEmpty() && failures().isEmpty();
    }

    /**
     * Insists on a complete control plane.
     *
     * @return this report
     * @throws IncompleteControlPlaneException when it is not complete
     */
    public Report orThrow() {
        if (!isComplete()) {
            throw new IncompleteControlPlaneException(this);
        }
        return this;
    }

    /** What was done and what not, a line each. */
    @Override
    public String toString() {
        return ReportText.of(this);
    }
}
