package dev.trivet.rack;

import dev.trivet.exec.Cancellation;
import dev.trivet.exec.Report;
import java.time.Duration;
import java.util.Optional;

/** Runs over a rack where something goes wrong, judged after each. */
final class Trial {

    private final Stage stage;
    private final Journal journal = new Journal();
    private final Judge judge;

    Trial(Scenario scenario) {
        this.stage = scenario.prepare();
        this.judge = new Judge(stage);
    }

    InMemoryExecutor rack() {
        return stage.rack();
    }

    Journal journal() {
        return journal;
    }

    /** One run, given up or not. */
    Report run(Cancellation cancellation) {
        var executor = new WatchedExecutor(stage.rack(), journal, judge);
        var report = stage.controlPlane(executor).apply(journal::event, cancellation);
        if (Thread.interrupted()) {
            journal.note("the thread is interrupted");
        }
        journal.report(report);
        judge.runEnded();
        return report;
    }

    /** The trouble is over for so long: what is left to do, is done in one run. */
    Verdict conclude(Duration over) {
        rack().onOperation(operation -> Optional.empty());
        stage.machines().forEach(machine -> machine.setClockAhead(Duration.ZERO));
        rack().pass(over);
        journal.note("from here on all is well");
        var last = run(new Cancellation());
        var counts = rack().counts();
        var files = stage.files();
        var idle = run(new Cancellation());
        judge.ended(last, idle, counts.equals(rack().counts()) && files.equals(stage.files()));
        judge.secrets(journal.everything());
        return new Verdict(judge.problems(), journal.lines());
    }
}
