/**
 * Does what a plan says on the masters: the engine, and the narrow interface to a transport.
 *
 * <p>A {@link dev.trivet.exec.NodeExecutor} is only a way to run a command on a master. This package may use {@code
 * dev.trivet.plan}, {@code dev.trivet.artifact} and {@code dev.trivet.spec}. Start at {@code NodeExecutor}.
 */
@NullMarked
package dev.trivet.exec;

import org.jspecify.annotations.NullMarked;
