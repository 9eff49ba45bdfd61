package dev.trivet.rack;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.Job;
import dev.trivet.exec.StartResult;
import dev.trivet.spec.Master;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A rack whose visitors are watched: the words of all programs are written down, and the judge sees every job begin, which one
 * does that is asked for again does not.
 */
record WatchedExecutor(InMemoryExecutor rack, Journal journal, Judge judge, Set<String> runs) implements OverRack {

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
}
