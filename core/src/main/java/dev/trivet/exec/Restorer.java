package dev.trivet.exec;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.Hashes;
import dev.trivet.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts back what was there before a change that did not work. */
record Restorer(Workbench bench, Step.RollBalancer step) {

    /** Puts back these manifests and what the step was to change; says what came of it. */
    String restore(List<Artifact> manifests) {
        var master = bench.master(step.master());
        var back = new ArrayList<FileChange>();
        manifests.forEach(manifest -> back.add(new FileChange(manifest, new FileFacts.NotAsked())));
        var created = new ArrayList<String>();
        for (FileChange change : step.changes()) {
            if (change.before() instanceof FileFacts.Absent) {
                created.add(change.artifact().path());
            } else {
                before(change).ifPresent(back::add);
            }
        }
        var result = bench.executor().put(master, back);
        boolean removed = created.isEmpty() || removes(created);
        boolean whole = result instanceof PutResult.Done
                && removed
                && back.size() + created.size() == step.changes().size() + manifests.size();
        bench.progress(step, whole ? "put back what was there before" : "could not put everything back");
        return whole
                ? "the files that were there before are back"
                : "not all files could be put back: they are kept on " + step.master()
                        + " below /var/lib/trivet/previous";
    }

    private boolean removes(List<String> paths) {
        var arguments = new ArrayList<>(List.of("-f", "--"));
        arguments.addAll(paths);
        var result = bench.executor()
                .run(bench.master(step.master()), Command.of("rm", arguments.toArray(String[]::new)), line -> {});
        return result instanceof CommandResult.Finished finished && finished.succeeded();
    }

    /** Where only the mode changed, the text is the new one; where the text is not known, there is nothing to put. */
    private static Optional<FileChange> before(FileChange change) {
        var artifact = change.artifact();
        if (!(change.before() instanceof FileFacts.Present file)) {
            return Optional.empty();
        }
        var mode = new FileMode(Integer.parseInt(file.mode(), 8) & 0777);
        boolean sameText = file.sha256().equals(Hashes.sha256(artifact.bytes()));
        return (sameText ? Optional.of(artifact.text()) : file.text())
                .map(text -> new FileChange(new Artifact(artifact.path(), mode, text), new FileFacts.NotAsked()));
    }
}
