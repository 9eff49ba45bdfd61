package dev.trivet.exec;

/**
 * What became of a job that was to be started.
 *
 * @since 0.1.0
 */
public sealed interface StartResult {

    /**
     * It runs now.
     *
     * @since 0.1.0
     */
    record Started() implements StartResult {}

    /**
     * It ran already, and was not started again.
     *
     * @since 0.1.0
     */
    record AlreadyRunning() implements StartResult {}

    /**
     * It was certainly not started.
     *
     * @param reason what is wrong and what to do about it
     * @since 0.1.0
     */
    record NotStarted(String reason) implements StartResult {}

    /**
     * It may have been started.
     *
     * @param reason what happened
     * @since 0.1.0
     */
    record Unclear(String reason) implements StartResult {}
}
