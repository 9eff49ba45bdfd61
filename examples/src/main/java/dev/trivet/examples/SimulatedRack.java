package dev.trivet.examples;

import dev.trivet.artifact.Artifacts;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Event;
import dev.trivet.exec.Events;
import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.Fault;
import dev.trivet.plan.Step;
import dev.trivet.rack.InMemoryExecutor;
import dev.trivet.spec.Cluster;
import java.io.PrintStream;
import java.util.function.Consumer;

/** A control plane's first hour, on a rack that needs no machines: bootstrapped, run again, and its holder killed. */
final class SimulatedRack {

    private final Cluster cluster;
    private final ControlPlane controlPlane;
    private final InMemoryExecutor rack;
    private final PrintStream out;

    SimulatedRack(Cluster cluster, Artifacts artifacts, PrintStream out) {
        this.cluster = cluster;
        this.rack = InMemoryExecutor.of(cluster);
        this.controlPlane = ControlPlane.of(cluster, artifacts).over(rack);
        this.out = out;
    }

    void run() {
        controlPlane.apply(progress()).orThrow();
        out.println();
        out.println(rack);
        out.println();
        out.print("Run again. ");
        out.print(controlPlane.apply(event -> {}).plan().describe());
        if (cluster.masters().size() > 1) {
            killTheHolder();
        } else {
            out.println("Its holder is not killed here: it is the only master, and nobody could take the address.");
        }
    }

    private void killTheHolder() {
        var holder = rack.holder().orElseThrow();
        var fault = new Fault(holder, Component.NODE, Condition.DOWN);
        rack.fail(fault);
        out.println("Now " + fault + ": the address moves to " + rack.holder().orElseThrow() + ", and clients are "
                + (rack.isServed() ? "served." : "not served."));
        rack.fail(new Fault(holder, Component.NODE, Condition.UP));
        out.println("When " + holder + " is back, the address stays on "
                + rack.holder().orElseThrow() + ".");
    }

    /** The console's listener, without the lines that kubeadm writes. */
    private Consumer<Event> progress() {
        var console = Events.toConsole(out, rack.time());
        return event -> {
            boolean isDetail = event instanceof Event.OutputLine || event instanceof Event.Progress;
            if (!isDetail && !(event instanceof Event.StepStarted started && isQuick(started.step()))) {
                console.accept(event);
            }
        };
    }

    private static boolean isQuick(Step step) {
        return step instanceof Step.PutFiles || step instanceof Step.PullImages;
    }
}
