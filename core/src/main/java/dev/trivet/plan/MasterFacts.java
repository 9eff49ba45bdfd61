package dev.trivet.plan;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was seen on one master.
 *
 * @param identity which machine it is
 * @param host how the machine is set up
 * @param files the files that were asked about, by path
 * @param kubeadm what kubeadm has done
 * @param activity what listens and runs
 * @param runtime the container runtime
 * @param services how the control plane's parts answer
 * @since 0.1.0
 */
public record MasterFacts(
        Identity identity,
        HostFacts host,
        Map<String, FileFacts> files,
        KubeadmFacts kubeadm,
        ActivityFacts activity,
        RuntimeFacts runtime,
        ServiceFacts services) {

    /** Copies the map. */
    public MasterFacts {
        files = Map.copyOf(files);
    }

    /**
     * One file.
     *
     * @param path its path
     * @return what is there; unknown files count as not there
     */
    public FileFacts file(String path) {
        return Optional.ofNullable(files.get(path)).orElse(new FileFacts.Absent());
    }

    /**
     * How far the master is in becoming one. The files that kubeadm leaves early prove nothing, and neither does the mark on
     * the node where our own job did not end well: what comes after the mark may be missing.
     *
     * @return the stage
     */
    public Membership membership() {
        var init = activity.job(JobNames.INIT);
        var join = activity.job(JobNames.JOIN);
        if (init.filter(JobStatus.Running.class::isInstance).isPresent()) {
            return Membership.INITIALISING;
        } else if (join.filter(JobStatus.Running.class::isInstance).isPresent()) {
            return Membership.JOINING;
        } else if (kubeadm.leavings().isEmpty()) {
            return Membership.NONE;
        }
        return join.or(() -> init).map(this::afterOurJob).orElseGet(this::withoutOurJob);
    }

    private Membership afterOurJob(JobStatus last) {
        if (last.equals(JobStatus.SUCCEEDED)) {
            return Membership.COMPLETE;
        }
        return activity.job(JobNames.JOIN).isPresent() ? Membership.PARTLY_JOINED : Membership.PARTLY_INITIALISED;
    }

    private Membership withoutOurJob() {
        return kubeadm.markedAsMaster() == Answer.YES ? Membership.COMPLETE : Membership.FOREIGN;
    }

    /** How far the master is, what answers and its addresses; there is much more. */
    @Override
    public String toString() {
        var addresses = identity.addresses().stream()
                .map(Identity.LocalAddress::address)
                .collect(Collectors.joining(" and "));
        return "membership " + Words.of(membership()) + ", API server ready: " + Words.of(services.apiServerReady())
                + ", load balancer ready: " + Words.of(services.balancerReady()) + ", addresses: "
                + (addresses.isEmpty() ? "none" : addresses);
    }
}
