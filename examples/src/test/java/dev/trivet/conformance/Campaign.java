package dev.trivet.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A rack's scenarios, run one after another beside those of other racks. */
final class Campaign implements Runnable {

    private final RackPlan plan;
    private final Path folder;
    private final Map<Scenario, CompletableFuture<Void>> results = new LinkedHashMap<>();

    Campaign(RackPlan plan, long firstSeed, int scenarios, Path folder) {
        this.plan = plan;
        this.folder = folder;
        Scenarios.chain(plan, firstSeed, scenarios)
                .forEach(scenario -> results.put(scenario, new CompletableFuture<>()));
    }

    /** A test a scenario, which waits for it. */
    Stream<DynamicTest> tests() {
        return results.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().toString(), () -> await(entry.getValue())));
    }

    /** Runs the scenarios; a failure is their tests' to tell. */
    @Override
    public void run() {
        try (var conformance = new Conformance(plan, logs())) {
            results.forEach((scenario, result) -> run(conformance, scenario, result));
        } catch (RuntimeException e) {
            results.values().forEach(result -> result.completeExceptionally(e));
        }
    }

    private static void await(CompletableFuture<Void> result) throws Throwable {
        try {
            result.get();
        } catch (ExecutionException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void run(Conformance conformance, Scenario scenario, CompletableFuture<Void> result) {
        try {
            conformance.run(scenario);
            result.complete(null);
        } catch (RuntimeException | AssertionError e) {
            result.completeExceptionally(e);
        }
    }

    private Path logs() {
        try {
            return Files.createDirectories(folder.resolve(plan.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of the logs", e);
        }
    }
}
