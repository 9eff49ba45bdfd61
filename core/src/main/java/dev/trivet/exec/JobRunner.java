package dev.trivet.exec;

import dev.trivet.plan.Continuation;
import dev.trivet.plan.JobStatus;
import dev.trivet.plan.Step;
import java.time.Duration;
import java.util.UUID;

/** Runs a job to its end, through connections that break. */
final class JobRunner {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration LOOK = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_CUTS = 30;

    private final Workbench bench;
    private final Step.AtMaster step;
    private final Tail output = new Tail();
    private boolean mayRun;

    JobRunner(Workbench bench, Step.AtMaster step) {
        this.bench = bench;
        this.step = step;
    }

    void run(Job job, Continuation continuation) throws StepFailedException, InterruptedException {
        mayRun = true;
        if (continuation != Continuation.RUNNING) {
            start(job);
        }
        var status = follow(job.name());
        mayRun = false;
        if (!status.equals(JobStatus.SUCCEEDED)) {
            throw new StepFailedException(new KubeadmLog(output.lines()).explain(step.master(), job, status));
        }
    }

    /** Whether the job may go on: it was begun, and its end was not seen. */
    boolean mayRun() {
        return mayRun;
    }

    /** Where the answer is lost, the same run is asked for again: what is found may be the end of an older one. */
    private void start(Job job) throws StepFailedException, InterruptedException {
        var once = job.asRun(UUID.randomUUID().toString());
        for (int tries = 0; tries < MOST_CUTS; tries++) {
            var result = bench.executor().start(bench.master(step.master()), once);
            Workbench.giveUpWhenInterrupted();
            if (result instanceof StartResult.Started) {
                return;
            } else if (result instanceof StartResult.AlreadyRunning) {
                bench.progress(step, "found running");
                return;
            }
            var reason = result instanceof StartResult.NotStarted not
                    ? not.reason()
                    : ((StartResult.Unclear) result).reason();
            if (tries == 0 && result instanceof StartResult.NotStarted) {
                mayRun = false;
                throw new StepFailedException(
                        step.master() + ": " + job.name() + " was not started: " + reason,
                        "mend it there, then run again");
            }
            bench.progress(step, "looking for the job: " + reason);
            bench.time().pause(PAUSE);
        }
        throw new StepFailedException(
                step.master() + ": it is not known whether " + job.name() + " was started", "run again to find it");
    }

    private JobStatus follow(String job) throws StepFailedException, InterruptedException {
        var end = bench.time().now().plus(LONGEST);
        int cuts = 0;
        while (bench.time().now().isBefore(end) && cuts < MOST_CUTS) {
            long known = output.count();
            var result = bench.executor().follow(bench.master(step.master()), job, known, LOOK, this::read);
            Workbench.giveUpWhenInterrupted();
            if (result instanceof FollowResult.Seen seen && !(seen.status() instanceof JobStatus.Running)) {
                return seen.status();
            } else if (result instanceof FollowResult.NeverStarted) {
                mayRun = false;
                throw new StepFailedException(step.master() + ": " + job + " was not started", "run again");
            } else if (result instanceof FollowResult.Unclear unclear) {
                cuts = output.count() > known ? 1 : cuts + 1;
                bench.progress(step, "connecting again: " + unclear.reason());
                bench.time().pause(PAUSE);
            }
        }
        throw new StepFailedException(
                step.master() + ": the end of " + job + " was not seen", "it goes on there: run again to find it");
    }

    private void read(String line) {
        output.add(line);
        bench.output(step, line);
    }
}
