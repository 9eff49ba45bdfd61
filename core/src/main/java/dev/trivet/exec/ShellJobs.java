package dev.trivet.exec;

import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Starts and follows jobs by scripts. */
final class ShellJobs {

    /** What the connection may take beyond the waiting itself. */
    private static final Duration ALLOWANCE = Duration.ofSeconds(30);

    private final NodeExecutor executor;

    ShellJobs(NodeExecutor executor) {
        this.executor = executor;
    }

    StartResult start(Master master, Job job) {
        var arguments = new ArrayList<>(List.of(job.name(), job.run(), String.join(" ", job.discarded())));
        arguments.addAll(job.words());
        var result = executor.run(master, Script.START.command(arguments.toArray(String[]::new)), line -> {});
        if (result instanceof CommandResult.NotRun notRun) {
            return new StartResult.NotStarted(notRun.reason());
        } else if (result instanceof CommandResult.Finished finished) {
            return started(finished);
        }
        return new StartResult.Unclear(Shell.reason(result));
    }

    private static StartResult started(CommandResult.Finished finished) {
        if (!finished.succeeded()) {
            return new StartResult.NotStarted("the job cannot be prepared" + Shell.errors(finished));
        }
        return switch (Shell.lastLine(finished.output())) {
            case "started" -> new StartResult.Started();
            case "running" -> new StartResult.AlreadyRunning();
            default -> new StartResult.Unclear("the answer is cut off");
        };
    }

    FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
        var seconds = Math.max(1, atMost.toSeconds());
        var command = Script.FOLLOW
                .command(job, String.valueOf(seen), String.valueOf(seconds))
                .withDeadline(atMost.plus(ALLOWANCE));
        var result = executor.run(master, command, lines);
        if (!(result instanceof CommandResult.Finished finished) || !finished.succeeded()) {
            return new FollowResult.Unclear(Shell.reason(result));
        }
        var state = Shell.lastLine(finished.errors());
        return state.equals("none")
                ? new FollowResult.NeverStarted()
                : InspectionLines.jobStatus(state)
                        .<FollowResult>map(FollowResult.Seen::new)
                        .orElseGet(() -> new FollowResult.Unclear("the answer is cut off"));
    }
}
