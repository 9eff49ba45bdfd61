package dev.trivet.rack;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.FollowResult;
import dev.trivet.exec.HoldResult;
import dev.trivet.exec.Inquiry;
import dev.trivet.exec.Inspection;
import dev.trivet.exec.Job;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.exec.PutResult;
import dev.trivet.exec.StartResult;
import dev.trivet.exec.Timekeeper;
import dev.trivet.plan.FileChange;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A rack whose visitors are watched: the words of all programs are written down, and the judge sees every job begin, which one
 * does that is asked for again does not.
 */
record WatchedExecutor(InMemoryExecutor rack, Journal journal, Judge judge, Set<String> runs) implements NodeExecutor {

    WatchedExecutor(InMemoryExecutor rack, Journal journal, Judge judge) {
        this(rack, journal, judge, ConcurrentHashMap.newKeySet());
    }

    @Override
    public CommandResult run(Master master, Command command, Consumer<String> lines) {
        journal.see(String.join(" ", command.words()));
        return rack.run(master, command, lines);
    }

    @Override
    public StartResult start(Master master, Job job) {
        journal.see(String.join(" ", job.words()), String.join(" ", job.discarded()));
        if (runs.add(job.run())) {
            judge.jobBegins(master.name(), job.name());
        }
        return rack.start(master, job);
    }

    @Override
    public Inspection inspect(Master master, Inquiry inquiry) {
        return rack.inspect(master, inquiry);
    }

    @Override
    public PutResult put(Master master, List<FileChange> changes) {
        return rack.put(master, changes);
    }

    @Override
    public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
        return rack.follow(master, job, seen, atMost, lines);
    }

    @Override
    public HoldResult hold(Master master, String operator) {
        return rack.hold(master, operator);
    }

    @Override
    public Timekeeper time() {
        return rack.time();
    }
}
