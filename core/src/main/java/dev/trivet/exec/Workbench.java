package dev.trivet.exec;

import dev.trivet.artifact.Artifacts;
import dev.trivet.plan.MasterFacts;
import dev.trivet.plan.MasterState;
import dev.trivet.plan.Observation;
import dev.trivet.plan.Redaction;
import dev.trivet.plan.Step;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What every step works with. */
record Workbench(
        Cluster cluster,
        Artifacts artifacts,
        NodeExecutor executor,
        Timekeeper time,
        EventSink events,
        Discovery discovery,
        Observer observer) {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** A look around: empty where all is well, otherwise what is missing. */
    interface Look {
        Optional<String> missing() throws InterruptedException;
    }

    Master master(String name) {
        return cluster.masters().stream()
                .filter(master -> master.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no master is named " + name));
    }

    Observation observe() throws InterruptedException {
        return observer.observe();
    }

    /** What tells how the control plane is, which takes a master much less than all that there is to know. */
    Observation health() throws InterruptedException {
        return observer.health();
    }

    /** The same of some masters. */
    Observation health(List<Master> masters) throws InterruptedException {
        return observer.health(masters);
    }

    Optional<MasterFacts> facts(String master) {
        return reached(observer.observe(master(master)));
    }

    Optional<MasterFacts> health(String master) {
        return reached(observer.health(master(master)));
    }

    private static Optional<MasterFacts> reached(MasterState state) {
        return state instanceof MasterState.Reached reached ? Optional.of(reached.facts()) : Optional.empty();
    }

    /** Whatever a program writes goes through here: a secret in it does not. */
    void output(Step step, String line) {
        events.send(new Event.OutputLine(step, Redaction.of(line)));
    }

    void progress(Step step, String message) {
        events.send(new Event.Progress(step, Redaction.of(message)));
    }

    /** Runs a command that must succeed. */
    CommandResult.Finished run(Step step, String master, Command command)
            throws StepFailedException, InterruptedException {
        var result = executor.run(master(master), command, line -> output(step, line));
        giveUpWhenInterrupted();
        if (result instanceof CommandResult.Finished finished && finished.succeeded()) {
            return finished;
        }
        throw new StepFailedException(
                master + ": " + command + ": " + Shell.reason(result), "run again when the cause is mended");
    }

    /** Tries without caring. */
    void runQuietly(String master, Command command) {
        executor.run(master(master), command, line -> {});
    }

    /** Waits until a look finds nothing missing, so many times in a row. */
    void await(Step step, Duration limit, int times, Look look) throws StepFailedException, InterruptedException {
        var end = time.now().plus(limit);
        var last = "";
        int well = 0;
        while (true) {
            var missing = look.missing();
            giveUpWhenInterrupted();
            well = missing.isEmpty() ? well + 1 : 0;
            if (well >= times) {
                return;
            } else if (missing.isPresent() && time.now().isAfter(end)) {
                throw new StepFailedException(
                        "after " + limit.toSeconds() + " s still: " + missing.get(),
                        "look at the pods' and the kubelet's logs there, then run again");
            } else if (missing.isPresent() && !missing.get().equals(last)) {
                last = missing.get();
                progress(step, "waiting: " + last);
            }
            time.pause(PAUSE);
        }
    }

    /** An executor that is interrupted gives an unclear result and leaves the mark. */
    static void giveUpWhenInterrupted() throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
    }

    /** Does what must be done even in a thread that was interrupted. */
    static void uninterrupted(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
