package dev.trivet.ssh;

import dev.trivet.spec.TrivetException;
import java.io.Serial;

/**
 * An executor cannot be opened as it was described: a key cannot be read, a passphrase is wrong, nobody is trusted.
 *
 * @since 0.1.0
 */
public final class UnusableSshSettingsException extends TrivetException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnusableSshSettingsException(String message) {
        super(message);
    }
}
