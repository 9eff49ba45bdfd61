/**
 * The files of every master, as values: what is in them, where they go and who may read them.
 *
 * <p>Renderers make {@link dev.trivet.artifact.Artifacts}; users write them to a folder and executors put them on the
 * masters. This package may use {@code dev.trivet.spec}. Start at {@code Artifacts}.
 */
@NullMarked
package dev.trivet.artifact;

import org.jspecify.annotations.NullMarked;
