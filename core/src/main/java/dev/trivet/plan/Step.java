package dev.trivet.plan;

import dev.trivet.spec.Cluster;
import java.util.List;

/**
 * One thing to do. A step that is done already has nothing more to do: doing it again is harmless.
 *
 * @since 0.1.0
 */
public sealed interface Step {

    /**
     * The step, for people.
     *
     * @return for instance {@code m1: run kubeadm init}
     */
    String title();

    /**
     * Whether an observation shows that nothing is left to do.
     *
     * @param observation what was seen
     * @return whether the step is done
     */
    boolean isDone(Observation observation);

    /**
     * A step at one master.
     *
     * @since 0.1.0
     */
    sealed interface AtMaster extends Step {

        /**
         * Where.
         *
         * @return the master's name
         */
        String master();
    }

    /**
     * A step that writes files.
     *
     * @since 0.1.0
     */
    sealed interface ChangesFiles extends AtMaster {

        /**
         * What changes.
         *
         * @return the changes, in the order in which they are made
         */
        List<FileChange> changes();

        @Override
        default boolean isDone(Observation observation) {
            return observation
                    .facts(master())
                    .filter(facts -> changes().stream()
                            .allMatch(change ->
                                    facts.file(change.artifact().path()).isAs(change.artifact())))
                    .isPresent();
        }
    }

    /**
     * Puts files that nothing runs on.
     *
     * @param master where
     * @param changes what
     * @param running whether the master runs already: kubeadm reads its files only when a master is made, so that what
     *     changes in them does not change in the cluster
     * @since 0.1.0
     */
    record PutFiles(String master, List<FileChange> changes, boolean running) implements ChangesFiles {

        /** Copies the list. */
        public PutFiles {
            changes = List.copyOf(changes);
        }

        @Override
        public String title() {
            return master + ": put " + Words.count(changes.size(), "file")
                    + (running ? " of kubeadm's, which changes nothing that runs" : "");
        }

        @Override
        public String toString() {
            return title();
        }
    }

    /**
     * Pulls container images, so that nothing waits for them later.
     *
     * @param master where
     * @param images which, beside Kubernetes' own
     * @param scope whether Kubernetes' own as well
     * @since 0.1.0
     */
    record PullImages(String master, List<String> images, ImageScope scope) implements AtMaster {

        /** Copies the list. */
        public PullImages {
            images = List.copyOf(images);
        }

        @Override
        public String title() {
            return master + ": pull "
                    + (scope == ImageScope.ALL ? "Kubernetes' and the balancer's images" : String.join(", ", images));
        }

        @Override
        public String toString() {
            return title();
        }

        /** Which images Kubernetes needs is kubeadm's secret; once it has run, they are there. */
        @Override
        public boolean isDone(Observation observation) {
            return observation
                    .facts(master)
                    .filter(facts -> facts.runtime().images().containsAll(images)
                            && (scope == ImageScope.BALANCER || facts.membership() == Membership.COMPLETE))
                    .isPresent();
        }
    }

    /**
     * Runs {@code kubeadm init}, or goes on with it.
     *
     * @param master where
     * @param continuation whether it was begun before
     * @param ignoredChecks kubeadm's preflight checks that its own leavings break
     * @since 0.1.0
     */
    record InitCluster(String master, Continuation continuation, List<String> ignoredChecks) implements AtMaster {

        /** Copies the list. */
        public InitCluster {
            ignoredChecks = List.copyOf(ignoredChecks);
        }

        @Override
        public String title() {
            return master + ": " + continuation.verb() + " kubeadm init";
        }

        @Override
        public String toString() {
            return title();
        }

        @Override
        public boolean isDone(Observation observation) {
            return observation.mastersThatAre(Membership.COMPLETE).contains(master);
        }
    }

    /**
     * Runs {@code kubeadm join} for one more master, or goes on with it.
     *
     * @param master where
     * @param continuation whether it was begun before
     * @param ignoredChecks kubeadm's preflight checks that its own leavings break
     * @since 0.1.0
     */
    record JoinMaster(String master, Continuation continuation, List<String> ignoredChecks) implements AtMaster {

        /** Copies the list. */
        public JoinMaster {
            ignoredChecks = List.copyOf(ignoredChecks);
        }

        @Override
        public String title() {
            return master + ": " + continuation.verb() + " kubeadm join";
        }

        @Override
        public String toString() {
            return title();
        }

        @Override
        public boolean isDone(Observation observation) {
            return observation.mastersThatAre(Membership.COMPLETE).contains(master);
        }
    }

    /**
     * Changes the load balancer of a running master, and waits until it is steady again.
     *
     * @param master where
     * @param changes what
     * @since 0.1.0
     */
    record RollBalancer(String master, List<FileChange> changes) implements ChangesFiles {

        /** Copies the list. */
        public RollBalancer {
            changes = List.copyOf(changes);
        }

        @Override
        public String title() {
            return master + ": change " + Words.count(changes.size(), "file") + " of the running load balancer";
        }

        @Override
        public String toString() {
            return title();
        }
    }

    /**
     * Waits until the control plane is whole: every API server, every etcd member, one holder of the virtual IP.
     *
     * @param cluster the control plane
     * @param unmet what it has not, where nothing else is to be done for it
     * @since 0.1.0
     */
    record VerifyControlPlane(Cluster cluster, List<String> unmet) implements Step {

        /** Copies the list. */
        public VerifyControlPlane {
            unmet = List.copyOf(unmet);
        }

        @Override
        public String title() {
            return "verify the control plane through " + cluster.endpoint();
        }

        @Override
        public String toString() {
            return title();
        }

        @Override
        public boolean isDone(Observation observation) {
            return Health.unmet(cluster, observation).isEmpty();
        }
    }
}
