/**
 * What is seen on the masters, and what has to be done about it: pure values, without a clock or a network.
 *
 * <p>An {@link dev.trivet.plan.Observation} holds the facts of every master; {@link dev.trivet.plan.Plan#between} holds them
 * against the cluster and gives ordered steps, or the reasons why there is no safe way. This package may use {@code
 * dev.trivet.artifact} and {@code dev.trivet.spec}. Start at {@code Plan}.
 */
@NullMarked
package dev.trivet.plan;

import org.jspecify.annotations.NullMarked;
