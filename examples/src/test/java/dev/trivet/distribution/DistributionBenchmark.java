package dev.trivet.distribution;

import dev.trivet.harness.Program;
import dev.trivet.render.Renderers;
import dev.trivet.spec.Master;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * How long it takes until all files are on all hosts: a cold process of Trivet against OpenSSH and Ansible, in turn, on hosts
 * that have none of them yet; and how long it takes a warm one to find that nothing is to do. Prints a table; takes some
 * minutes, and root.
 */
final class DistributionBenchmark {

    /** What takes longer is not done again. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final int WARM_UP = 20;

    private static final int STOPS = 7;

    private final Clusters clusters;
    private final Fleet fleet;
    private final Path folder;
    private final Contenders contenders;
    private final Map<Contender, List<Duration>> times = new LinkedHashMap<>();

    private DistributionBenchmark(Clusters clusters, Fleet fleet, Path folder, String classPath) throws IOException {
        this.clusters = clusters;
        this.fleet = fleet;
        this.folder = folder;
        for (var cluster : clusters.all()) {
            Renderers.standard().render(cluster).writeTo(folder.resolve("files"));
        }
        contenders = new Contenders(fleet, folder, classPath);
    }

    /**
     * Runs it.
     *
     * @param arguments the folder that the examples are built in; how many hosts and how often, such as {@code 3x5,50x3}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var target = Path.of(arguments[0]);
        for (String run : arguments[1].split(",", -1)) {
            var numbers = run.split("x", -1);
            var clusters = new Clusters(Integer.parseInt(numbers[0]));
            var folder = Files.createTempDirectory("distribution");
            try (var fleet = new Fleet(folder, clusters.hosts())) {
                var benchmark = new DistributionBenchmark(clusters, fleet, folder, classPath(target));
                benchmark.run(Integer.parseInt(numbers[1]));
                benchmark.print();
                benchmark.nothingToDo();
                benchmark.oneStopped();
            }
        }
    }

    /** The jars that the examples run with, and the one with this class. */
    private static String classPath(Path target) throws IOException {
        try (var jars = Files.newDirectoryStream(target, "*-tests.jar")) {
            return Files.readString(target.resolve("classpath.txt")).strip()
                    + File.pathSeparator
                    + jars.iterator().next();
        }
    }

    private void run(int repetitions) throws IOException, InterruptedException {
        var all = contenders.all();
        once(contenders.rehearsal());
        for (int i = 1; i <= repetitions; i++) {
            for (Contender contender : all) {
                var soFar = times.computeIfAbsent(contender, key -> new ArrayList<>());
                if (soFar.stream().noneMatch(time -> time.compareTo(LONG) > 0)) {
                    soFar.add(once(contender));
                    System.err.println(i + " of " + repetitions + ", " + contender.name() + ": " + soFar);
                }
            }
        }
    }

    /** On empty hosts, which must have all files afterwards. */
    private Duration once(Contender contender) throws IOException, InterruptedException {
        fleet.clear();
        Program.run(List.of("rm", "-rf", Ansible.sockets(folder).toString()));
        var time = contender.run(folder.resolve("log"));
        for (Master host : fleet.hosts()) {
            var wanted = new FileTree(folder.resolve("files").resolve(host.name())).artifacts();
            if (!fleet.files(host).has(wanted)) {
                throw new IllegalStateException(contender.name() + " did not put all files on " + host.name());
            }
        }
        return time;
    }

    private void print() {
        System.out.println("| " + fleet.hosts().size() + " hosts | median | runs | against OpenSSH |");
        System.out.println("|---|---|---|---|");
        var first = median(times.values().iterator().next());
        times.forEach((contender, runs) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d ms | %d | %.2f |%n",
                contender.name(),
                median(runs).toMillis(),
                runs.size(),
                (double) median(runs).toMillis() / first.toMillis()));
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** Over connections that are open, in a process that has run for a while. */
    private void nothingToDo() throws InterruptedException, ExecutionException {
        var distribution = Distribution.render(clusters);
        try (var ssh = Distribution.open(fleet.key(), fleet.knownHosts())) {
            distribution.put(ssh);
            var runs = new ArrayList<Duration>();
            for (int i = 0; i < 2 * WARM_UP; i++) {
                long start = System.nanoTime();
                int written = distribution.put(ssh);
                runs.add(Duration.ofNanos(System.nanoTime() - start));
                if (written > 0) {
                    throw new IllegalStateException(written + " files were written, though nothing was to do");
                }
            }
            System.out.println("Nothing to do, open connections: "
                    + median(runs.subList(WARM_UP, 2 * WARM_UP)).toMillis() + " ms");
        }
    }

    /** In a process that has run for a while, over new connections: with and without a server that takes them and says nothing. */
    private void oneStopped() throws InterruptedException, ExecutionException {
        var distribution = Distribution.render(clusters);
        var first = fleet.hosts().get(0);
        var server = fleet.server(first);
        var well = new ArrayList<Duration>();
        var stopped = new ArrayList<Duration>();
        for (int i = 0; i < 2 * STOPS; i++) {
            boolean stops = i % 2 == 1;
            fleet.clear();
            if (stops) {
                server.freeze();
            }
            try (var ssh = Distribution.open(fleet.key(), fleet.knownHosts())) {
                (stops ? stopped : well).add(distribution.putOnOthers(ssh, first));
            } finally {
                server.thaw();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "One server stopped: the others are served after %d ms, %d ms when none is%n",
                median(stopped).toMillis(),
                median(well).toMillis());
    }
}
