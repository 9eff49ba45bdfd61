package dev.trivet.rack;

import dev.trivet.exec.Event;
import dev.trivet.exec.IncompleteControlPlaneException;
import dev.trivet.exec.Report;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Everything that runs let anybody see: what they tell, and the words that programs are started with. */
final class Journal {

    private final List<String> lines = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    /** Something for whoever reads what happened. */
    synchronized void note(String line) {
        lines.add(line);
    }

    void event(Event event) {
        note(event.toString());
        if (event instanceof Event.Planned planned) {
            see(
                    planned.plan().describe(),
                    planned.plan().toJson(),
                    String.valueOf(planned.plan().steps()));
        }
    }

    void report(Report report) {
        note(report.toString());
        try {
            report.orThrow();
        } catch (IncompleteControlPlaneException e) {
            var out = new StringWriter();
            e.printStackTrace(new PrintWriter(out));
            see(out.toString());
        }
    }

    synchronized void see(String... texts) {
        seen.addAll(List.of(texts));
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized String everything() {
        return String.join("\n", lines) + "\n" + String.join("\n", seen);
    }
}
