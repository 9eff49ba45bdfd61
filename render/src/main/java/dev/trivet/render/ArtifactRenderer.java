package dev.trivet.render;

import dev.trivet.artifact.FileMode;
import java.util.Optional;

/**
 * Makes one file. Write your own to replace or add one with {@link Renderers#with(ArtifactRenderer)}.
 *
 * <p>A renderer is pure: the same target gives the same text, whatever the locale, the time zone or the machine.
 *
 * @since 0.1.0
 */
public interface ArtifactRenderer {

    /**
     * Where the file goes.
     *
     * @return an absolute path on the master
     */
    String path();

    /**
     * Who may read, write and run it.
     *
     * @return the file's mode
     */
    FileMode mode();

    /**
     * Renders the file.
     *
     * @param target the cluster, the master, and the files that were rendered for it before
     * @return the file's text, or empty when this master has no such file
     */
    Optional<String> render(Target target);
}
