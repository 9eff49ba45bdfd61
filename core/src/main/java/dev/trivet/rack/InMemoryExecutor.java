package dev.trivet.rack;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.FollowResult;
import dev.trivet.exec.HoldResult;
import dev.trivet.exec.Inquiry;
import dev.trivet.exec.Inspection;
import dev.trivet.exec.Job;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.exec.PutResult;
import dev.trivet.exec.StartResult;
import dev.trivet.exec.Timekeeper;
import dev.trivet.failover.Fault;
import dev.trivet.plan.FileChange;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A simulated rack with a bare machine for every master of a cluster: no network, no waiting, and the same run every time.
 *
 * <p>kubeadm runs on it in virtual time, phase by phase, and leaves what the real one leaves; etcd has members and a quorum;
 * tokens expire; the kubelets run the static pods whose manifests are there; and the virtual IP moves by the model of {@code
 * dev.trivet.failover}. Time goes by only where somebody waits: for a job, or in a {@link Timekeeper#pause pause}.
 *
 * {@snippet lang=java :
 * var rack = InMemoryExecutor.of(cluster);
 * ControlPlane.of(cluster, artifacts).over(rack).apply(System.out::println).orThrow();
 * rack.holder();                                                       // Optional[m1]
 * rack.fail(new Fault("m1", Component.NODE, Condition.DOWN));
 * rack.holder();                                                       // Optional[m2]
 * System.out.println(rack);                                            // a table
 * }
 *
 * @since 0.1.0
 */
public final class InMemoryExecutor implements NodeExecutor {

    private final Simulation simulation;
    private final Gate gate;

    private InMemoryExecutor(Simulation simulation) {
        this.simulation = simulation;
        this.gate = new Gate(simulation);
    }

    /**
     * A rack of bare machines: set up for Kubernetes, with kubeadm of the cluster's version, and nothing else done.
     *
     * @param cluster the cluster
     * @return its rack
     */
    public static InMemoryExecutor of(Cluster cluster) {
        return new InMemoryExecutor(new Simulation(cluster));
    }

    @Override
    public CommandResult run(Master master, Command command, Consumer<String> lines) {
        var passage = gate.open(master.name(), Operation.Kind.RUN, command.toString());
        return passage.run(command, command.isOutputSecret() ? line -> {} : lines);
    }

    @Override
    public Inspection inspect(Master master, Inquiry inquiry) {
        var passage = gate.open(master.name(), Operation.Kind.INSPECT, "everything");
        var inspector = new Inspector(simulation, passage.machine());
        return passage.answer(
                Replies.INSPECT, Passage.DEADLINE, extent -> new Inspection.Answered(inspector.inspect(inquiry)));
    }

    @Override
    public PutResult put(Master master, List<FileChange> changes) {
        var paths = changes.stream().map(change -> change.artifact().path()).toList();
        var passage = gate.open(master.name(), Operation.Kind.PUT, String.join(" ", paths));
        var putter = new Putter(simulation, passage.machine());
        return passage.answer(Replies.PUT, Passage.DEADLINE, extent -> putter.put(changes, extent));
    }

    @Override
    public StartResult start(Master master, Job job) {
        var passage = gate.open(master.name(), Operation.Kind.START, job.name());
        var starter = new Starter(simulation, passage.machine());
        return passage.answer(Replies.START, Passage.DEADLINE, extent -> starter.start(job));
    }

    @Override
    public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
        var passage = gate.open(master.name(), Operation.Kind.FOLLOW, job);
        var follower = new Follower(simulation, passage.machine(), job);
        passage.babble(follower::overhear);
        return passage.answer(Replies.FOLLOW, atMost, extent -> follower.follow(seen, extent.share(atMost), lines));
    }

    @Override
    public HoldResult hold(Master master, String operator) {
        var passage = gate.open(master.name(), Operation.Kind.HOLD, operator);
        return passage.answer(
                Replies.HOLD, Passage.DEADLINE, extent -> RackHold.take(simulation, passage.machine(), operator));
    }

    @Override
    public Timekeeper time() {
        return new VirtualTime(simulation);
    }

    /**
     * Lets time go by.
     *
     * @param time how much
     */
    public void pass(Duration time) {
        synchronized (simulation) {
            simulation.timeline().advanceTo(simulation.now().plus(time));
        }
    }

    /**
     * Plans something for later.
     *
     * @param delay when, from now
     * @param what what happens then; it may act on this rack, but not wait
     */
    public void after(Duration delay, Runnable what) {
        synchronized (simulation) {
            simulation.timeline().after(delay, what);
        }
    }

    /**
     * Breaks a component, or repairs it.
     *
     * @param fault the component and how it is from now on
     * @throws IllegalArgumentException when there is no such master
     */
    public void fail(Fault fault) {
        synchronized (simulation) {
            simulation.fail(fault);
        }
    }

    /**
     * Makes operations go wrong.
     *
     * @param faults asked at every operation, before it begins, for what goes wrong with it; it may act on this rack
     */
    public void onOperation(Function<Operation, Optional<OperationFault>> faults) {
        synchronized (simulation) {
            gate.setFaults(faults);
        }
    }

    /**
     * The operations so far.
     *
     * @return them in order
     */
    public List<Operation> operations() {
        synchronized (simulation) {
            return gate.operations();
        }
    }

    /**
     * A machine.
     *
     * @param master the master's name
     * @return the machine
     * @throws IllegalArgumentException when there is no such master
     */
    public RackMachine machine(String master) {
        return new RackMachine(simulation, simulation.machine(master));
    }

    /**
     * Who holds the virtual IP.
     *
     * @return the master's name; empty where nobody does, or several that tie
     */
    public Optional<String> holder() {
        synchronized (simulation) {
            var holders = simulation.services().holders();
            return holders.size() == 1 ? Optional.of(holders.get(0)) : Optional.empty();
        }
    }

    /**
     * Whether a ready API server answers at the virtual IP.
     *
     * @return whether clients are served
     */
    public boolean isServed() {
        synchronized (simulation) {
            return simulation.services().front().isPresent();
        }
    }

    /**
     * How etcd is.
     *
     * @return its members; none before {@code kubeadm init}
     */
    public RackEtcd etcd() {
        synchronized (simulation) {
            return simulation.services().etcd();
        }
    }

    /**
     * What happened how often.
     *
     * @return the counts since the rack was made
     */
    public RackCounts counts() {
        synchronized (simulation) {
            return simulation.tally().counts();
        }
    }

    /**
     * Every bootstrap token and certificate key that was ever made here, for tests that look where they are not to be.
     *
     * @return secrets; they are worth nothing elsewhere
     */
    public List<String> secrets() {
        synchronized (simulation) {
            return simulation.clusters().stream()
                    .flatMap(kube -> kube.tokens().everMade().stream())
                    .toList();
        }
    }

    /** The rack as a table, a line for each master. */
    @Override
    public String toString() {
        synchronized (simulation) {
            return RackTable.of(simulation);
        }
    }
}
