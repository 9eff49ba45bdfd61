/**
 * The failover model against real daemons: what is rendered, run in a rack of namespaces, with real faults.
 *
 * <p>It uses {@code dev.trivet.harness} and all of Trivet. Start at {@code ConformanceTest}; {@code Rack} is the
 * machinery.
 */
@NullMarked
package dev.trivet.conformance;

import org.jspecify.annotations.NullMarked;
