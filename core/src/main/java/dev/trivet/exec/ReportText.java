package dev.trivet.exec;

import dev.trivet.plan.Step;
import java.time.Duration;
import java.util.Locale;

/** A report for people. */
final class ReportText {

    private ReportText() {}

    static String of(Report report) {
        var out = new StringBuilder();
        report.plan()
                .blockers()
                .forEach(blocker ->
                        out.append("stands against it: ").append(blocker).append('\n'));
        report.failures().stream()
                .filter(failure -> report.done().isEmpty() && !isOfAStep(report, failure))
                .forEach(failure -> out.append("not begun: ").append(failure).append('\n'));
        report.outcomes()
                .forEach((step, outcome) -> out.append(line(step, outcome)).append('\n'));
        return out.isEmpty() ? "nothing to do" : out.toString().stripTrailing();
    }

    private static boolean isOfAStep(Report report, Failure failure) {
        return report.outcomes().values().stream()
                .anyMatch(outcome -> outcome instanceof StepOutcome.Failed failed
                        && failed.failure().equals(failure));
    }

    private static String line(Step step, StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Done done) {
            return "done (" + seconds(done.took()) + "): " + step.title();
        } else if (outcome instanceof StepOutcome.Failed failed) {
            return "failed (" + seconds(failed.took()) + "): " + step.title() + ": " + failed.failure();
        } else if (outcome instanceof StepOutcome.Cancelled cancelled) {
            return "cancelled (" + seconds(cancelled.took()) + "): " + step.title();
        }
        return "left: " + step.title();
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
