/**
 * A simulated rack: machines with files, jobs and pods, kubeadm, etcd and the virtual IP, in virtual time and with faults on
 * demand.
 *
 * <p>It stands where a transport would, so that a whole bootstrap can be tried, tested and shown without a machine. This
 * package may use {@code dev.trivet.exec}, {@code dev.trivet.plan}, {@code dev.trivet.failover}, {@code dev.trivet.artifact}
 * and {@code dev.trivet.spec}. Start at {@code InMemoryExecutor}.
 */
@NullMarked
package dev.trivet.rack;

import org.jspecify.annotations.NullMarked;
