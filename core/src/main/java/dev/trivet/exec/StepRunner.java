package dev.trivet.exec;

import dev.trivet.plan.Step;
import java.time.Duration;
import java.time.Instant;

/** Does one step, and says what became of it. */
record StepRunner(Workbench bench, Holds holds) {

    StepOutcome run(Step step) {
        var start = bench.time().now();
        bench.events().send(new Event.StepStarted(step));
        try {
            holds.require();
            perform(step);
            var took = since(start);
            bench.events().send(new Event.StepFinished(step, took));
            return new StepOutcome.Done(took);
        } catch (StepFailedException e) {
            bench.events().send(new Event.StepFailed(step, e.failure()));
            return new StepOutcome.Failed(since(start), e.failure());
        } catch (InterruptedException e) {
            return new StepOutcome.Cancelled(since(start));
        }
    }

    private Duration since(Instant start) {
        return Duration.between(start, bench.time().now());
    }

    private void perform(Step step) throws StepFailedException, InterruptedException {
        if (step instanceof Step.PutFiles files) {
            new FilesRunner(bench).run(files);
        } else if (step instanceof Step.PullImages images) {
            new ImagesRunner(bench).run(images);
        } else if (step instanceof Step.InitCluster init) {
            new InitRunner(bench).run(init);
        } else if (step instanceof Step.JoinMaster join) {
            new JoinRunner(bench).run(join);
        } else if (step instanceof Step.RollBalancer roll) {
            new RollRunner(bench).run(roll);
        } else if (step instanceof Step.VerifyControlPlane verify) {
            new VerifyRunner(bench).run(verify);
        }
    }
}
