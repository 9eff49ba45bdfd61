package dev.trivet.exec;

import java.io.Serial;

/** The way of a failure up to where it becomes a value of the report. Never leaves this package. */
final class StepFailedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    StepFailedException(Failure failure) {
        super(failure.problem());
        this.failure = failure;
    }

    StepFailedException(String problem, String remedy) {
        this(Failure.of(problem, remedy));
    }

    Failure failure() {
        return failure;
    }
}
