/**
 * Programs to read and run, each one tested. Start at {@link dev.trivet.examples.Quickstart}.
 *
 * <p>They use Trivet as any other program would, and nothing uses them.
 */
@NullMarked
package dev.trivet.examples;

import org.jspecify.annotations.NullMarked;
