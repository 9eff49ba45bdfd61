package dev.trivet.plan;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.Printable;
import java.util.Locale;

/** A plan for people. */
final class PlanText {

    private PlanText() {}

    static String of(Cluster cluster, Plan plan) {
        var out = new StringBuilder();
        if (!plan.blockers().isEmpty()) {
            out.append("Control plane ").append(cluster.name()).append(": nothing may be written, for\n");
            plan.blockers()
                    .forEach(blocker -> out.append("  - ").append(blocker).append('\n'));
        } else if (plan.isEmpty()) {
            out.append("Control plane ").append(cluster.name()).append(": nothing to do\n");
        } else {
            out.append("Control plane ").append(cluster.name()).append(": ");
            out.append(Words.count(plan.steps().size(), "step")).append('\n');
            steps(plan, out);
        }
        return Printable.lines(out.toString());
    }

    private static void steps(Plan plan, StringBuilder out) {
        int number = 0;
        for (Step step : plan.steps()) {
            number++;
            out.append(String.format(Locale.ROOT, "%3d. ", number))
                    .append(step.title())
                    .append('\n');
            if (step instanceof Step.ChangesFiles files) {
                files.changes().forEach(change -> out.append(change.diff().indent(5)));
            } else if (step instanceof Step.VerifyControlPlane verify) {
                verify.unmet()
                        .forEach(reason ->
                                out.append("     now: ").append(reason).append('\n'));
            }
        }
    }
}
