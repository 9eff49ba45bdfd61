package dev.trivet.failover;

import dev.trivet.spec.TrivetException;
import java.io.Serial;
import java.nio.file.Path;

/**
 * A report's file could not be written.
 *
 * @since 0.1.0
 */
public final class UnwritableReportException extends TrivetException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnwritableReportException(Path file, String problem) {
        super(file + " cannot be written: " + problem + "; check the path and its permissions");
    }
}
