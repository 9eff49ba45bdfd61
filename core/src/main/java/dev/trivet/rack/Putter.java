package dev.trivet.rack;

import dev.trivet.exec.PutResult;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts files: all are looked at and staged before the first takes its place. */
record Putter(Simulation simulation, MachineState machine) {

    PutResult put(List<FileChange> changes, Passage.Extent extent) {
        synchronized (simulation) {
            var pending = new ArrayList<FileChange>();
            for (FileChange change : changes) {
                var refusal = refusal(change);
                if (refusal.isPresent()) {
                    return new PutResult.Refused(change.artifact().path() + ": " + refusal.get());
                } else if (!isDone(change)) {
                    pending.add(change);
                }
            }
            pending.forEach(this::stage);
            return place(extent == Passage.Extent.WHOLE ? pending : pending.subList(0, pending.size() / 2));
        }
    }

    private void stage(FileChange change) {
        machine.files().write(staged(change.artifact().path()), StoredFile.of(change.artifact()));
    }

    /** A dot's name, which no kubelet reads. */
    private static String staged(String path) {
        int name = path.lastIndexOf('/') + 1;
        return path.substring(0, name) + "." + path.substring(name) + ".trivet-new";
    }

    private PutResult place(List<FileChange> pending) {
        var written = new ArrayList<String>();
        for (FileChange change : pending) {
            var path = change.artifact().path();
            keep(path);
            machine.files().write(path, StoredFile.of(change.artifact()));
            machine.files().delete(staged(path));
            written.add(path);
        }
        simulation.tally().wrote(written.size());
        simulation.settle();
        return new PutResult.Done(written);
    }

    /** What lies in memory has secrets in it. */
    private void keep(String path) {
        if (!path.startsWith("/run/")) {
            machine.files().find(path).ifPresent(before -> machine.files().write(Paths.PREVIOUS + path, before));
        }
    }

    private boolean isDone(FileChange change) {
        return machine.files()
                .find(change.artifact().path())
                .filter(StoredFile.of(change.artifact())::equals)
                .isPresent();
    }

    private Optional<String> refusal(FileChange change) {
        var path = change.artifact().path();
        var obstacle = machine.files().obstacle(path);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        var now = machine.files().find(path).map(StoredFile::hash).orElse("absent");
        boolean isWanted = now.equals(StoredFile.of(change.artifact()).hash());
        return isWanted || change.before() instanceof FileFacts.NotAsked || now.equals(expected(change.before()))
                ? Optional.empty()
                : Optional.of("it has changed meanwhile");
    }

    private static String expected(FileFacts before) {
        return before instanceof FileFacts.Present file ? file.sha256() : "absent";
    }
}
