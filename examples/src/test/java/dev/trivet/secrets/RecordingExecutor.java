package dev.trivet.secrets;

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
import java.util.function.Consumer;

/** Keeps everything that a run asks an executor for, and every answer. */
record RecordingExecutor(NodeExecutor executor, ObjectGraph graph) implements NodeExecutor {

    private <T> T kept(T result, Object... questions) {
        graph.add(questions);
        graph.add(result);
        return result;
    }

    @Override
    public CommandResult run(Master master, Command command, Consumer<String> lines) {
        return kept(executor.run(master, command, lines), command);
    }

    @Override
    public Inspection inspect(Master master, Inquiry inquiry) {
        return kept(executor.inspect(master, inquiry), inquiry);
    }

    @Override
    public PutResult put(Master master, List<FileChange> changes) {
        return kept(executor.put(master, changes), changes);
    }

    @Override
    public StartResult start(Master master, Job job) {
        return kept(executor.start(master, job), job);
    }

    @Override
    public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
        return kept(executor.follow(master, job, seen, atMost, lines));
    }

    @Override
    public HoldResult hold(Master master, String operator) {
        return kept(executor.hold(master, operator));
    }

    @Override
    public Timekeeper time() {
        return kept(executor.time());
    }
}
