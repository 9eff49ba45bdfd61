/**
 * For tests of your own: arbitrary cluster specs, valid ones and ones broken in one named way.
 *
 * <p>Shipped as {@code trivet-core} with the classifier {@code testing}; it may use jqwik and Trivet's core. Start at
 * {@link dev.trivet.testing.ClusterSpecs}.
 */
@NullMarked
package dev.trivet.testing;

import org.jspecify.annotations.NullMarked;
