package dev.trivet.exec;

import dev.trivet.plan.FileChange;
import dev.trivet.plan.Step;
import java.util.List;
import java.util.Optional;

/** Puts files. */
record FilesRunner(Workbench bench) {

    void run(Step.PutFiles step) throws StepFailedException, InterruptedException {
        put(step, step.master(), step.changes());
    }

    void put(Step step, String master, List<FileChange> changes) throws StepFailedException, InterruptedException {
        var doubt = attempt(step, master, changes);
        if (doubt.isPresent()) {
            throw new StepFailedException(
                    master + ": not all files are known to be put: " + doubt.get(),
                    "run again, which looks what is there");
        }
    }

    /** Puts files, and says why where not all of them are known to be put; throws where none was. */
    Optional<String> attempt(Step step, String master, List<FileChange> changes)
            throws StepFailedException, InterruptedException {
        var result = bench.executor().put(bench.master(master), changes);
        Workbench.giveUpWhenInterrupted();
        if (result instanceof PutResult.Refused refused) {
            throw new StepFailedException(
                    master + ": no file was changed: " + refused.reason(), "mend it there, then run again");
        } else if (result instanceof PutResult.Unclear unclear) {
            return Optional.of(unclear.reason());
        } else if (result instanceof PutResult.Done done) {
            done.written().forEach(path -> bench.progress(step, "wrote " + path));
        }
        return Optional.empty();
    }
}
