package dev.trivet.rack;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * A phase of kubeadm.
 *
 * @param name as kubeadm names it
 * @param takes how long it takes when it need not wait
 * @param ready what it waits for
 * @param patience how long it waits at most
 * @param inVain what it says when it has waited in vain
 * @param work what it does at its end
 */
record Phase(String name, Duration takes, Predicate<KubeadmRun> ready, Duration patience, String inVain, Work work) {

    /** What a phase does to the rack. */
    interface Work {
        void on(KubeadmRun run) throws KubeadmFailure;
    }

    static Phase of(String name, int seconds, Work work) {
        return new Phase(name, Duration.ofSeconds(seconds), run -> true, Duration.ZERO, "", work);
    }

    Phase waitingFor(Predicate<KubeadmRun> condition, int seconds, String complaint) {
        return new Phase(name, takes, condition, Duration.ofSeconds(seconds), complaint, work);
    }
}
