package dev.trivet.rack;

import dev.trivet.exec.FollowResult;
import dev.trivet.plan.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads on in a job's output; time goes by from one thing that happens to the next. */
final class Follower {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Simulation simulation;
    private final MachineState machine;
    private final String name;

    Follower(Simulation simulation, MachineState machine, String name) {
        this.simulation = simulation;
        this.machine = machine;
        this.name = name;
    }

    /** What is seen of the job at once. */
    private record Glance(List<String> lines, JobStatus status, boolean answers) {}

    /** Adds a line to the job's output. */
    void overhear(String line) {
        synchronized (simulation) {
            machine.jobs().find(name).ifPresent(job -> job.log().add(line));
        }
    }

    FollowResult follow(long seen, Duration atMost, Consumer<String> lines) {
        var end = end(atMost);
        long known = seen;
        while (true) {
            var glance = glance(known);
            if (glance.isEmpty()) {
                return new FollowResult.NeverStarted();
            } else if (!glance.get().answers()) {
                return new FollowResult.Unclear("the connection to " + machine.name() + " was cut");
            }
            glance.get().lines().forEach(lines);
            known += glance.get().lines().size();
            if (!(glance.get().status() instanceof JobStatus.Running)) {
                return new FollowResult.Seen(glance.get().status());
            } else if (Thread.currentThread().isInterrupted()) {
                return new FollowResult.Unclear("interrupted");
            } else if (!waits(end)) {
                return new FollowResult.Seen(glance.get().status());
            }
        }
    }

    private Instant end(Duration atMost) {
        synchronized (simulation) {
            return simulation.now().plus(atMost.compareTo(SHORTEST) > 0 ? atMost : SHORTEST);
        }
    }

    private Optional<Glance> glance(long known) {
        synchronized (simulation) {
            return machine.jobs().find(name).map(job -> {
                var log = job.log();
                var fresh = List.copyOf(log.subList((int) Math.min(known, log.size()), log.size()));
                return new Glance(fresh, job.status(), machine.answers());
            });
        }
    }

    /** Whether there is time left. */
    private boolean waits(Instant end) {
        synchronized (simulation) {
            if (!simulation.now().isBefore(end)) {
                return false;
            }
            var next = simulation.timeline().next().orElse(end);
            simulation.timeline().advanceTo(next.isBefore(end) ? next : end);
            return true;
        }
    }
}
