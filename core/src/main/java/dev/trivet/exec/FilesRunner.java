package dev.trivet.exec;

import dev.trivet.plan.FileChange;
import dev.trivet.plan.Step;
import java.util.List;

/** Puts files. */
record FilesRunner(Workbench bench) {

    void run(Step.PutFiles step) throws StepFailedException, InterruptedException {
        put(step, step.master(), step.changes());
    }

    void put(Step step, String master, List<FileChange> changes) throws StepFailedException, InterruptedException {
        var result = bench.executor().put(bench.master(master), changes);
        Workbench.giveUpWhenInterrupted();
        if (result instanceof PutResult.Refused refused) {
            throw new StepFailedException(
                    master + ": no file was changed: " + refused.reason(), "mend it there, then run again");
        } else if (result instanceof PutResult.Unclear unclear) {
            throw new StepFailedException(
                    master + ": not all files are known to be put: " + unclear.reason(),
                    "run again, which looks what is there");
        } else if (result instanceof PutResult.Done done) {
            done.written().forEach(path -> bench.progress(step, "wrote " + path));
        }
    }
}
