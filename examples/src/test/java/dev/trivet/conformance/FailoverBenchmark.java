package dev.trivet.conformance;

import dev.trivet.conformance.RackPlan.Family;
import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.Fault;
import dev.trivet.failover.OutageBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long clients are without service after each fault of the holder: the standard set against the article's and kubeadm's
 * documentation. Every fault befalls the three racks at the same moment, so that all have the same machine. Then the standard
 * set under load. Prints a table; takes a quarter of an hour, and root.
 */
final class FailoverBenchmark {

    private static final RackPlan PLAN = new RackPlan(3, Family.IPV4);
    private static final Duration LOAD = Duration.ofSeconds(40);
    private static final String BUSY_LOOPS =
            "for i in $(seq 400); do timeout 40 sh -c 'while :; do :; done' & done; wait";

    /** The faults, as of the first master. */
    private static final List<Fault> FAULTS = List.of(
            fault(Component.API_SERVER, Condition.DOWN),
            fault(Component.API_SERVER, Condition.FROZEN),
            fault(Component.API_SERVER, Condition.ERRORS),
            fault(Component.HAPROXY, Condition.DOWN),
            fault(Component.HAPROXY, Condition.FROZEN),
            fault(Component.KEEPALIVED, Condition.DOWN),
            fault(Component.KEEPALIVED, Condition.FROZEN),
            fault(Component.NODE, Condition.DOWN));

    private final Map<SetUp, OutageMeter> meters = new EnumMap<>(SetUp.class);
    private final ExecutorService threads = Executors.newFixedThreadPool(SetUp.values().length);

    private FailoverBenchmark() {}

    /**
     * Runs it.
     *
     * @param arguments how often each fault is tried: three times by default; with 0 there is only the load
     */
    public static void main(String[] arguments) throws IOException {
        int repetitions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        var benchmark = new FailoverBenchmark();
        try {
            benchmark.open(Files.createTempDirectory("failover"));
            benchmark.faults(repetitions);
            benchmark.load();
        } finally {
            benchmark.threads.shutdownNow();
            benchmark.meters.values().forEach(OutageMeter::close);
        }
    }

    private void open(Path folder) throws IOException {
        for (SetUp setUp : SetUp.values()) {
            var logs = Files.createDirectories(folder.resolve(setUp.name()));
            var rack = new Rack(PLAN, setUp.files(PLAN.cluster()), logs);
            meters.put(setUp, new OutageMeter(rack, setUp != SetUp.STANDARD));
        }
        meters.values().forEach(OutageMeter::start);
    }

    private void faults(int repetitions) {
        var outages = new LinkedHashMap<Fault, Map<SetUp, List<Outage>>>();
        for (int i = 1; i <= repetitions; i++) {
            for (Fault fault : FAULTS) {
                var measured = everywhere(fault);
                System.err.println(i + " of " + repetitions + ", " + fault + ": " + measured);
                var soFar = outages.computeIfAbsent(fault, key -> new EnumMap<>(SetUp.class));
                measured.forEach((setUp, outage) ->
                        soFar.computeIfAbsent(setUp, key -> new ArrayList<>()).add(outage));
            }
        }
        System.out.println("| fault of the holder | standard | proved bound | article | kubeadm's documentation |");
        System.out.println("|---|---|---|---|---|");
        outages.forEach((fault, bySetUp) -> System.out.println(row(fault, bySetUp)));
    }

    private static String row(Fault fault, Map<SetUp, List<Outage>> outages) {
        var bound = OutageBounds.of(PLAN.cluster()).after(List.of(fault)).orElseThrow();
        return "| " + fault.toString().replace(" of m1", "") + " | " + median(outages, SetUp.STANDARD)
                + " | "
                + bound.total().toMillis() + " ms | " + median(outages, SetUp.CLASSIC) + " | "
                + median(outages, SetUp.KUBEADM) + " |";
    }

    private static Outage median(Map<SetUp, List<Outage>> outages, SetUp setUp) {
        return Outage.median(Objects.requireNonNull(outages.get(setUp)));
    }

    /** The fault on all racks at once. */
    private Map<SetUp, Outage> everywhere(Fault fault) {
        var running = new EnumMap<SetUp, Future<Outage>>(SetUp.class);
        meters.forEach((setUp, meter) ->
                running.put(setUp, threads.submit(() -> meter.measure(fault.component(), fault.condition()))));
        var outages = new EnumMap<SetUp, Outage>(SetUp.class);
        running.forEach((setUp, outage) -> outages.put(setUp, result(outage)));
        return outages;
    }

    private static Outage result(Future<Outage> outage) {
        try {
            return outage.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a rack could not be measured", e);
        }
    }

    private void load() throws IOException {
        var standard = Objects.requireNonNull(meters.remove(SetUp.STANDARD));
        meters.values().forEach(OutageMeter::close);
        meters.clear();
        meters.put(SetUp.STANDARD, standard);
        var loops = new ProcessBuilder("bash", "-c", BUSY_LOOPS).start();
        var calm = standard.watch(LOAD);
        System.out.println("400 busy loops for " + LOAD.toSeconds() + " s: the address "
                + (calm.moved() ? "moved" : "did not move") + ", " + calm.failedProbes() + " failed probes");
        loops.destroy();
    }

    private static Fault fault(Component component, Condition condition) {
        return new Fault("m1", component, condition);
    }
}
