package dev.trivet.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the quickstart takes in a cold JVM, without and with what an earlier run has kept, in turn; prints a table. */
final class ColdStartBenchmark {

    /** The compiler that is soon done, and the collector that needs no threads. */
    private static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final ColdStart program;
    private final Map<String, List<String>> ways = new LinkedHashMap<>();

    private ColdStartBenchmark(ColdStart program) {
        this.program = program;
        ways.put("as it comes", List.of());
        ways.put("`" + String.join(" ", SMALL) + "`", SMALL);
        for (StartArchive archive : StartArchive.known()) {
            var file = program.file(archive.name());
            program.run(archive.make(file));
            ways.put("with " + archive.description(), List.of(archive.use(file)));
        }
    }
}
