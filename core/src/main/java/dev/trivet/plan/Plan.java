package dev.trivet.plan;

import dev.trivet.artifact.Artifacts;
import dev.trivet.spec.Cluster;
import java.util.List;

/**
 * What has to be done so that the masters become the cluster, or why nothing may be done.
 *
 * {@snippet lang=java :
 * Plan plan = Plan.between(cluster, artifacts, observation);
 * System.out.println(plan.describe());
 * }
 *
 * @since 0.1.0
 */
public final class Plan {

    private final Cluster cluster;
    private final List<Step> steps;
    private final List<Blocker> blockers;

    private Plan(Cluster cluster, List<Step> steps, List<Blocker> blockers) {
        this.cluster = cluster;
        this.steps = List.copyOf(steps);
        this.blockers = List.copyOf(blockers);
    }

    /**
     * Plans.
     *
     * @param cluster what is wanted
     * @param artifacts the files of every master
     * @param observation what is there
     * @return the steps that are left; or, where there is no safe way, no step and the reasons
     */
    public static Plan between(Cluster cluster, Artifacts artifacts, Observation observation) {
        var situation = new Situation(cluster, artifacts, observation);
        var blockers = Preflight.check(situation);
        return new Plan(cluster, blockers.isEmpty() ? Planner.steps(situation) : List.of(), blockers);
    }

    /**
     * What is to be done.
     *
     * @return the steps in order; none where something stands against it
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * What stands against doing anything.
     *
     * @return the reasons, each with a remedy
     */
    public List<Blocker> blockers() {
        return blockers;
    }

    /**
     * Whether all is as it should be.
     *
     * @return whether there is nothing to do and nothing stands against it
     */
    public boolean isEmpty() {
        return steps.isEmpty() && blockers.isEmpty();
    }

    /**
     * The steps that must be done before another one; what is not among them may run at the same time.
     *
     * @param step a step of this plan
     * @return steps of this plan
     */
    public List<Step> before(Step step) {
        return steps.subList(0, steps.indexOf(step)).stream()
                .filter(earlier -> StepOrder.waits(step, earlier))
                .toList();
    }

    /**
     * The plan for people, with the difference of every file that changes and without secrets.
     *
     * @return some lines of text
     */
    public String describe() {
        return PlanText.of(cluster, this);
    }

    /**
     * The plan for programs, without the files' contents.
     *
     * @return a JSON object with {@code cluster}, {@code steps} and {@code blockers}
     */
    public String toJson() {
        return PlanJson.of(cluster, this);
    }

    /**
     * The plan as a diagram: what comes before what, and what may run side by side; or what stands against it.
     *
     * @return a flowchart in Mermaid's language, without the files' contents
     */
    public String toMermaid() {
        return PlanMermaid.of(cluster, this);
    }

    /** The description. */
    @Override
    public String toString() {
        return describe();
    }
}
