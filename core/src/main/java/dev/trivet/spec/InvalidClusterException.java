package dev.trivet.spec;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/**
 * A cluster was insisted on, but its spec has errors.
 *
 * @since 0.1.0
 */
public final class InvalidClusterException extends TrivetException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What {@link #violations()} gives. */
    private final ArrayList<Violation> violations;

    InvalidClusterException(Validation validation) {
        super("The cluster's spec has errors; mend them and validate again:\n" + validation);
        this.violations = new ArrayList<>(validation.violations());
    }

    /**
     * Everything that is wrong, errors and warnings.
     *
     * @return the violations in the document's order
     */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}
