package dev.trivet.exec;

import dev.trivet.plan.Plan;
import dev.trivet.plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Runs a plan's steps, each when all those before it are done; what waits for a step that failed, is left. */
final class Schedule {

    private final Plan plan;
    private final StepRunner runner;
    private final Map<Step, CompletableFuture<StepOutcome>> running = new LinkedHashMap<>();

    Schedule(Plan plan, StepRunner runner) {
        this.plan = plan;
        this.runner = runner;
    }

    /** Ends when all that was begun has ended, interrupted or not. */
    Map<Step, StepOutcome> run() {
        try (var crew = new Crew("step")) {
            plan.steps().forEach(step -> begin(crew, step));
            awaitAll(crew);
        }
        return outcomes();
    }

    private void begin(Crew crew, Step step) {
        List<CompletableFuture<StepOutcome>> before =
                plan.before(step).stream().map(running::get).toList();
        running.put(
                step,
                CompletableFuture.allOf(before.toArray(CompletableFuture<?>[]::new))
                        .thenApplyAsync(
                                ignored -> before.stream().allMatch(Schedule::isDone)
                                        ? runner.run(step)
                                        : new StepOutcome.Left(),
                                crew.threads())
                        .whenComplete((outcome, problem) -> stopAfter(crew, problem)));
    }

    /** A listener that throws ends the run, whatever else goes on. */
    private static void stopAfter(Crew crew, @Nullable Throwable problem) {
        if (problem != null) {
            crew.stop();
        }
    }

    private static boolean isDone(CompletableFuture<StepOutcome> outcome) {
        return outcome.join() instanceof StepOutcome.Done;
    }

    private void awaitAll(Crew crew) {
        try {
            CompletableFuture.allOf(running.values().toArray(CompletableFuture<?>[]::new))
                    .get();
        } catch (InterruptedException e) {
            crew.stop();
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException e) {
            // Which step it was, is seen below.
        }
    }

    private Map<Step, StepOutcome> outcomes() {
        var outcomes = new LinkedHashMap<Step, StepOutcome>();
        running.forEach((step, future) -> outcomes.put(step, outcome(future)));
        return outcomes;
    }

    /** What found no thread any more after an interruption, is left; what a listener threw, is thrown on. */
    private static StepOutcome outcome(CompletableFuture<StepOutcome> future) {
        try {
            return future.isDone() ? future.join() : new StepOutcome.Left();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RejectedExecutionException) {
                return new StepOutcome.Left();
            }
            throw e.getCause() instanceof RuntimeException misuse ? misuse : e;
        }
    }
}
