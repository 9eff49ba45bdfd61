package dev.trivet.exec;

import dev.trivet.plan.JobStatus;

/**
 * How a job stands that was followed.
 *
 * @since 0.1.0
 */
public sealed interface FollowResult {

    /**
     * It stands like this.
     *
     * @param status whether it runs; all its output was read where it does not
     * @since 0.1.0
     */
    record Seen(JobStatus status) implements FollowResult {}

    /**
     * It was never started.
     *
     * @since 0.1.0
     */
    record NeverStarted() implements FollowResult {}

    /**
     * The master did not answer to the end.
     *
     * @param reason what happened
     * @since 0.1.0
     */
    record Unclear(String reason) implements FollowResult {}
}
