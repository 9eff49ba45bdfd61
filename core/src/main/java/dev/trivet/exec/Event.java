package dev.trivet.exec;

import dev.trivet.plan.Plan;
import dev.trivet.plan.Step;
import java.time.Duration;

/**
 * Something that happens in a run. Events come in order and by one thread at a time; none has a secret in it.
 *
 * @since 0.1.0
 */
public sealed interface Event {

    /**
     * It was decided what to do.
     *
     * @param plan the plan; maybe empty, maybe only reasons against it
     * @since 0.1.0
     */
    record Planned(Plan plan) implements Event {

        @Override
        public String toString() {
            return plan.describe().stripTrailing();
        }
    }

    /**
     * A step begins.
     *
     * @param step the step
     * @since 0.1.0
     */
    record StepStarted(Step step) implements Event {

        @Override
        public String toString() {
            return step.title() + " ...";
        }
    }

    /**
     * A program of a step wrote a line.
     *
     * @param step the step
     * @param line the line
     * @since 0.1.0
     */
    record OutputLine(Step step, String line) implements Event {

        @Override
        public String toString() {
            return (step instanceof Step.AtMaster at ? at.master() : "") + " |  " + line;
        }
    }

    /**
     * A step has come further, or waits for something else than before.
     *
     * @param step the step
     * @param message how far it is
     * @since 0.1.0
     */
    record Progress(Step step, String message) implements Event {

        @Override
        public String toString() {
            return step.title() + ": " + message;
        }
    }

    /**
     * A step is done.
     *
     * @param step the step
     * @param took how long it took
     * @since 0.1.0
     */
    record StepFinished(Step step, Duration took) implements Event {

        @Override
        public String toString() {
            return step.title() + ": done in " + ReportText.seconds(took);
        }
    }

    /**
     * A step did not succeed.
     *
     * @param step the step
     * @param failure why
     * @since 0.1.0
     */
    record StepFailed(Step step, Failure failure) implements Event {

        @Override
        public String toString() {
            return step.title() + ": failed: " + failure;
        }
    }

    /**
     * The run is over.
     *
     * @param report what it has done
     * @since 0.1.0
     */
    record Finished(Report report) implements Event {

        @Override
        public String toString() {
            return report.isComplete() ? "the control plane is complete" : "not complete:\n" + report;
        }
    }
}
