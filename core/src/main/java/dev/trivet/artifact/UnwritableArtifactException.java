package dev.trivet.artifact;

import dev.trivet.spec.TrivetException;
import java.io.Serial;
import java.nio.file.Path;

/**
 * A file of a tree could not be written; no file of the tree was half written.
 *
 * @since 0.1.0
 */
public final class UnwritableArtifactException extends TrivetException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnwritableArtifactException(Path path, String problem) {
        super(path + " " + problem);
    }
}
