/**
 * From a cluster to the files of every master: one class an artifact, the same bytes for the same cluster anywhere.
 *
 * <p>This package may use Trivet's core, the Fabric8 Kubernetes model and Jackson; neither of the two shows outside.
 * Start at {@link dev.trivet.render.Renderers}.
 */
@NullMarked
package dev.trivet.render;

import org.jspecify.annotations.NullMarked;
