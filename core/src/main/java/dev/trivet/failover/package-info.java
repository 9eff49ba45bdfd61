/**
 * What a control plane survives, proved from its settings before anything is installed.
 *
 * <p>A {@link dev.trivet.failover.FailoverModel} is what is rendered, as far as failover depends on it; {@link
 * dev.trivet.failover.FailoverAnalysis} goes through the combinations of faults and gives a proof or the shortest
 * counterexample. This package may use {@code dev.trivet.spec} and is pure. Start at {@code FailoverAnalysis}.
 */
@NullMarked
package dev.trivet.failover;

import org.jspecify.annotations.NullMarked;
