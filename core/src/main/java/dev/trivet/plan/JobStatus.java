package dev.trivet.plan;

/**
 * How a job stands that goes on without a connection.
 *
 * @since 0.1.0
 */
public sealed interface JobStatus {

    /** It ended well. */
    JobStatus SUCCEEDED = new Ended(0);

    /**
     * It runs.
     *
     * @since 0.1.0
     */
    record Running() implements JobStatus {}

    /**
     * It ran to its end.
     *
     * @param exitCode 0 to 255
     * @since 0.1.0
     */
    record Ended(int exitCode) implements JobStatus {}

    /**
     * It was started and is gone without an end: killed, or the machine was.
     *
     * @since 0.1.0
     */
    record Lost() implements JobStatus {}
}
