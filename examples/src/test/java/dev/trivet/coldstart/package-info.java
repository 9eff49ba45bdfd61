/**
 * How long a JVM takes that has just been started, and what it can keep of an earlier run.
 *
 * <p>It uses {@code dev.trivet.harness} and the examples. Start at {@code StartArchive}.
 */
@NullMarked
package dev.trivet.coldstart;

import org.jspecify.annotations.NullMarked;
