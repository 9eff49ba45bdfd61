package dev.trivet.spec;

import java.io.Serial;

/**
 * The root of what Trivet throws: misuse, unreadable documents, and results that were insisted on.
 *
 * @since 0.1.0
 */
public abstract class TrivetException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message the subject, the bad value and what to do
     */
    protected TrivetException(String message) {
        super(message);
    }
}
