/**
 * Hosts for tests with real programs: Linux namespaces that the test itself makes and removes, joined by a switch.
 *
 * <p>It needs root, and says why where it cannot be; it may use the JDK alone. Start at {@link
 * dev.trivet.harness.Room}, a host, and {@link dev.trivet.harness.Switch}, to which rooms are wired.
 */
@NullMarked
package dev.trivet.harness;

import org.jspecify.annotations.NullMarked;
