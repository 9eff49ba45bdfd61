/**
 * Whole runs over real sshd on hosts in rooms: undisturbed, and under real faults.
 *
 * <p>kubeadm, the kubelet, keepalived and the container runtime are {@code dev.trivet.harness}'s stand-ins; all else is as
 * users have it. Start at {@code SshBootstrapTest}; {@code Site} is the machinery.
 */
@NullMarked
package dev.trivet.faults;

import org.jspecify.annotations.NullMarked;
