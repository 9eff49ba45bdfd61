/**
 * Runs what a plan asks for on the masters, over SSH.
 *
 * <p>Empty until Trivet's plans are there. This package may use Trivet's core and an SSH library, which never shows
 * outside.
 */
@NullMarked
package dev.trivet.ssh;

import org.jspecify.annotations.NullMarked;
