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
import java.util.function.Consumer;

/** What a rack does, but for what an implementation does otherwise. */
interface OverRack extends NodeExecutor {

    InMemoryExecutor rack();

    @Override
    default CommandResult run(Master master, Command command, Consumer<String> lines) {
        return rack().run(master, command, lines);
    }

    @Override
    default Inspection inspect(Master master, Inquiry inquiry) {
        return rack().inspect(master, inquiry);
    }

    @Override
    default PutResult put(Master master, List<FileChange> changes) {
        return rack().put(master, changes);
    }

    @Override
    default StartResult start(Master master, Job job) {
        return rack().start(master, job);
    }

    @Override
    default FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
        return rack().follow(master, job, seen, atMost, lines);
    }

    @Override
    default HoldResult hold(Master master, String operator) {
        return rack().hold(master, operator);
    }

    @Override
    default Timekeeper time() {
        return rack().time();
    }
}
