package dev.trivet.coldstart;

import dev.trivet.harness.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the quickstart takes in a cold JVM, without and with what an earlier run has kept, in turn; prints a table. */
final class ColdStartBenchmark {

    /** The compiler that is soon done, and the collector that needs no threads of its own. */
    private static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final ColdStart program;
    private final Map<String, List<String>> ways = new LinkedHashMap<>();

    private ColdStartBenchmark(ColdStart program) {
        this.program = program;
        add("as it comes", List.of());
        StartArchive.known().forEach(archive -> add("with " + archive.description(), keep(archive, List.of())));
        add("small", SMALL);
        StartArchive.known().forEach(archive -> add("small, with " + archive.description(), keep(archive, SMALL)));
    }

    /**
     * Runs it.
     *
     * @param arguments the folder that the examples are built in; how often
     */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("coldstart");
        new ColdStartBenchmark(new ColdStart(Path.of(arguments[0]), folder)).run(Integer.parseInt(arguments[1]));
    }

    private void add(String way, List<String> options) {
        ways.put(way, options);
    }

    /** A run that leaves an archive behind, and the options of those that start with it. */
    private List<String> keep(StartArchive archive, List<String> options) {
        var file = program.file(archive + "-" + options.size());
        run(with(options, archive.make(file)));
        return with(options, archive.use(file));
    }

    private static List<String> with(List<String> options, String another) {
        var all = new ArrayList<>(options);
        all.add(another);
        return all;
    }

    private void run(int repetitions) {
        var times = new LinkedHashMap<String, List<Duration>>();
        for (int i = 0; i < repetitions; i++) {
            ways.forEach((way, options) ->
                    times.computeIfAbsent(way, key -> new ArrayList<>()).add(run(options)));
        }
        System.out.println("| JDK " + Runtime.version().feature() + " | median of " + repetitions + " | least |");
        System.out.println("|---|---|---|");
        times.forEach((way, durations) -> {
            var sorted = durations.stream().sorted().map(Duration::toMillis).toList();
            System.out.println("| " + way + " | " + sorted.get(repetitions / 2) + " ms | " + sorted.get(0) + " ms |");
        });
    }

    private Duration run(List<String> options) {
        long begin = System.nanoTime();
        Program.Output output = program.run(options.toArray(String[]::new));
        if (output.exitCode() != 0) {
            throw new IllegalStateException(output.text());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
