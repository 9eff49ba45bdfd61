package dev.trivet.exec;

import dev.trivet.artifact.Artifacts;
import dev.trivet.plan.MasterState;
import dev.trivet.plan.Observation;
import dev.trivet.plan.Plan;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A control plane on its masters: look at it, plan, and do what is left to do.
 *
 * <p>First bootstrap, going on after a run that was cut off, mending what drifted, changing the load balancer and adding a
 * master are one operation: {@link #apply}. There is no state beside the masters themselves; applying again when all is well
 * writes nothing.
 *
 * {@snippet lang=java :
 * var controlPlane = ControlPlane.of(cluster, artifacts).over(executor);
 * System.out.println(controlPlane.plan().describe());
 * controlPlane.apply(Events.toConsole(System.out)).orThrow();
 * }
 *
 * @since 0.1.0
 */
public final class ControlPlane {

    private final Cluster cluster;
    private final Artifacts artifacts;
    private final NodeExecutor executor;
    private final Settings settings;

    /** What has a good default. */
    private record Settings(Timekeeper time, Discovery discovery, String operator) {}

    private ControlPlane(Cluster cluster, Artifacts artifacts, NodeExecutor executor, Settings settings) {
        this.cluster = cluster;
        this.artifacts = artifacts;
        this.executor = executor;
        this.settings = settings;
    }

    /**
     * Says what is wanted.
     *
     * @param cluster the cluster
     * @param artifacts the files of every master
     * @return what only needs a way to the masters
     * @throws IllegalArgumentException when a master has no files
     */
    public static Unreached of(Cluster cluster, Artifacts artifacts) {
        cluster.masters().forEach(master -> artifacts.of(master.name()));
        return new Unreached(cluster, artifacts);
    }

    /**
     * A control plane without a way to its masters.
     *
     * @since 0.1.0
     */
    public static final class Unreached {

        private final Cluster cluster;
        private final Artifacts artifacts;

        private Unreached(Cluster cluster, Artifacts artifacts) {
            this.cluster = cluster;
            this.artifacts = artifacts;
        }

        /**
         * Says how the masters are reached.
         *
         * @param executor the way to the masters; its owner closes it
         * @return the control plane
         */
        public ControlPlane over(NodeExecutor executor) {
            return new ControlPlane(
                    cluster, artifacts, executor, new Settings(executor.time(), Discovery.SOONEST, "Trivet"));
        }

        /** Which control plane it is. */
        @Override
        public String toString() {
            return ControlPlane.words(cluster) + ", not reached yet";
        }
    }

    /**
     * This control plane by another time.
     *
     * @param time a simulation's time
     * @return a copy
     */
    public ControlPlane withTime(Timekeeper time) {
        return new ControlPlane(
                cluster, artifacts, executor, new Settings(time, settings.discovery(), settings.operator()));
    }

    /**
     * This control plane with another way for joining masters to find the cluster.
     *
     * @param discovery by what is sooner, which is the default, or always by file or by token
     * @return a copy
     */
    public ControlPlane withDiscovery(Discovery discovery) {
        return new ControlPlane(
                cluster, artifacts, executor, new Settings(settings.time(), discovery, settings.operator()));
    }

    /**
     * This control plane for an operator.
     *
     * @param operator who it is: what others read who run at the same time
     * @return a copy
     */
    public ControlPlane withOperator(String operator) {
        return new ControlPlane(
                cluster, artifacts, executor, new Settings(settings.time(), settings.discovery(), operator));
    }

    /**
     * Looks at all masters, in one round trip each. Writes nothing.
     *
     * @return what is there; when the thread is interrupted, nothing that was reached
     */
    public Observation observe() {
        try (var crew = new Crew("observe")) {
            return observe(crew);
        }
    }

    private Observation observe(Crew crew) {
        try {
            return observer(crew).observe();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var masters = new LinkedHashMap<String, MasterState>();
            for (Master master : cluster.masters()) {
                masters.put(master.name(), new MasterState.NotReached("interrupted"));
            }
            return new Observation(masters);
        }
    }

    private Observer observer(Crew crew) {
        return new Observer(cluster, artifacts, executor, settings.time(), crew);
    }

    /**
     * Looks at all masters and plans. Writes nothing.
     *
     * @return what is left to do
     */
    public Plan plan() {
        return Plan.between(cluster, artifacts, observe());
    }

    private Plan plan(Crew crew) {
        return Plan.between(cluster, artifacts, observe(crew));
    }

    /**
     * Does what is left to do. Interrupting the thread gives the run up.
     *
     * @param listener gets what happens, in order and by one thread at a time; what it throws ends the run
     * @return what was done and what is left
     */
    public Report apply(Consumer<? super Event> listener) {
        return apply(listener, new Cancellation());
    }

    /**
     * Does what is left to do, until it is done or cancelled.
     *
     * @param listener gets what happens, in order and by one thread at a time; what it throws ends the run
     * @param cancellation gives the run up
     * @return what was done and what is left
     */
    public Report apply(Consumer<? super Event> listener, Cancellation cancellation) {
        var events = new EventSink(listener::accept);
        try (var crew = new Crew("run")) {
            var report = crew.untilEnd(() -> applied(crew, events), cancellation);
            events.send(new Event.Finished(report));
            return report;
        }
    }

    /** Whoever finds nothing to do needs no lock; whoever has one looks again where another may have been faster. */
    private Report applied(Crew crew, EventSink events) {
        var first = plan(crew);
        if (first.steps().isEmpty()) {
            events.send(new Event.Planned(first));
            return Report.of(first, Map.of());
        }
        try (var holds = Holds.take(executor, cluster.masters(), settings.operator())) {
            var plan = holds.areFirst() ? first : plan(crew);
            events.send(new Event.Planned(plan));
            var bench = new Workbench(
                    cluster, artifacts, executor, settings.time(), events, settings.discovery(), observer(crew));
            return Report.of(plan, new Schedule(plan, new StepRunner(bench, holds)).run());
        } catch (StepFailedException e) {
            return Report.notBegun(first, e.failure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Report.notBegun(first, Failure.of("the run was interrupted", "run again"));
        }
    }

    private static String words(Cluster cluster) {
        var masters = cluster.masters().stream().map(Master::name).toList();
        return "control plane " + cluster.name() + " of " + String.join(", ", masters) + " at " + cluster.endpoint();
    }

    /** Which control plane it is. */
    @Override
    public String toString() {
        return words(cluster);
    }
}
