package dev.trivet.rack;

import dev.trivet.exec.Job;
import dev.trivet.plan.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A run of kubeadm in virtual time, phase by phase. Whenever it is killed, what the phases before have done stays. */
final class RackJob {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final KubeadmRun run;
    private final Deque<Phase> phases;
    private final Job job;
    private JobStatus status = new JobStatus.Running();
    private Instant giveUp = Instant.MAX;

    RackJob(KubeadmRun run, List<Phase> phases, Job job) {
        this.run = run;
        this.phases = new ArrayDeque<>(phases);
        this.job = job;
    }

    /** Whether it was started by this name, which may be no name. */
    boolean isRun(String id) {
        return !id.isEmpty() && job.run().equals(id);
    }

    JobStatus status() {
        return status;
    }

    boolean isRunning() {
        return status instanceof JobStatus.Running;
    }

    /** The lines that it has written so far. */
    List<String> log() {
        return run.log();
    }

    void begin() {
        var phase = phases.peek();
        if (phase == null) {
            end(0);
        } else {
            run.timeline().after(phase.takes(), this::next);
            giveUp = run.timeline().now().plus(phase.takes()).plus(phase.patience());
        }
    }

    void kill() {
        if (isRunning()) {
            status = new JobStatus.Lost();
        }
    }

    private void next() {
        var phase = phases.peek();
        if (!isRunning() || phase == null) {
            return;
        }
        try {
            if (phase.ready().test(run)) {
                phases.remove();
                phase.work().on(run);
                run.settle();
                begin();
            } else if (run.timeline().now().isBefore(giveUp)) {
                run.timeline().after(LOOK_AGAIN, this::next);
            } else {
                throw new KubeadmFailure(phase.inVain());
            }
        } catch (KubeadmFailure e) {
            run.say("error execution phase " + phase.name() + ": " + e.getMessage());
            run.say("To see the stack trace of this error execute with --v=5 or higher");
            end(1);
        }
    }

    private void end(int exitCode) {
        status = new JobStatus.Ended(exitCode);
        job.discarded().forEach(run::delete);
    }
}
