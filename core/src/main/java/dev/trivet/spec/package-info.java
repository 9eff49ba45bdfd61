/**
 * What a user says of a control plane, and what is known to be right about it.
 *
 * <p>{@link dev.trivet.spec.ClusterSpec} is what was written, in Java or YAML; its {@code validate()} checks every
 * {@link dev.trivet.spec.Rule} and gives the {@link dev.trivet.spec.Cluster} that everything else builds on. This
 * package may use Jackson and the address library, and no other package of Trivet. Start at {@code ClusterSpec}.
 */
@NullMarked
@ValueStyle
package dev.trivet.spec;

import org.jspecify.annotations.NullMarked;
