package dev.trivet.exec;

import dev.trivet.spec.TrivetException;
import java.io.Serial;

/**
 * A complete control plane was insisted on, but something is left to do.
 *
 * @since 0.1.0
 */
public final class IncompleteControlPlaneException extends TrivetException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Report report;

    IncompleteControlPlaneException(Report report) {
        super("The control plane is not complete; mend what is named here and run again, which goes on from here:\n"
                + report);
        this.report = report;
    }

    /**
     * What was done and what is left.
     *
     * @return the report
     */
    public Report report() {
        return report;
    }
}
