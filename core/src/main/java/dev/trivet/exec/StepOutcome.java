package dev.trivet.exec;

import java.time.Duration;

/**
 * What became of a step.
 *
 * @since 0.1.0
 */
public sealed interface StepOutcome {

    /**
     * It is done.
     *
     * @param took how long it took
     * @since 0.1.0
     */
    record Done(Duration took) implements StepOutcome {}

    /**
     * It did not succeed.
     *
     * @param took how long it took
     * @param failure why
     * @since 0.1.0
     */
    record Failed(Duration took, Failure failure) implements StepOutcome {}

    /**
     * It was begun and given up, because the run was cancelled; what goes on on the master is found by the next run.
     *
     * @param took how long it took
     * @since 0.1.0
     */
    record Cancelled(Duration took) implements StepOutcome {}

    /**
     * It was not begun, because something before it is not done.
     *
     * @since 0.1.0
     */
    record Left() implements StepOutcome {}
}
