package dev.trivet.exec;

import dev.trivet.plan.Continuation;
import dev.trivet.plan.JobStatus;
import dev.trivet.plan.Step;
import java.time.Duration;

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

    /** Where it is not clear whether the job was started, it is looked for by its name, never started a second time. */
    private void start(Job job) throws StepFailedException, InterruptedException {
        var result = bench.executor().start(bench.master(step.master()), job);
        Workbench.giveUpWhenInterrupted();
        if (result instanceof StartResult.NotStarted notStarted) {
            mayRun = false;
            throw new StepFailedException(
                    step.master() + ": " + job.name() + " was not started: " + notStarted.reason(),
                    "mend it there, then run again");
        } else if (result instanceof StartResult.Unclear unclear) {
            bench.progress(step, "looking for the job: " + unclear.reason());
        } else if (result instanceof StartResult.AlreadyRunning) {
            bench.progress(step, "found running");
        }
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
