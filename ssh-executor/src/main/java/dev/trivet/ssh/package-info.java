/**
 * Runs commands on masters over SSH.
 *
 * <p>One connection a machine, opened when it is needed and kept; nothing is read from the environment. This package may
 * use {@code dev.trivet.exec}, {@code dev.trivet.spec} and an SSH library, which never shows outside. Start at {@link
 * dev.trivet.ssh.SshExecutor#as(String)}.
 */
@NullMarked
package dev.trivet.ssh;

import org.jspecify.annotations.NullMarked;
