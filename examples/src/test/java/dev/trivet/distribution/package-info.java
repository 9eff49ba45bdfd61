/**
 * How fast files reach many masters: Trivet against OpenSSH and Ansible, on real servers.
 *
 * <p>It uses {@code dev.trivet.harness} and all of Trivet. Start at {@code DistributionBenchmark}.
 */
@NullMarked
package dev.trivet.distribution;

import org.jspecify.annotations.NullMarked;
