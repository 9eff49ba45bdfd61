package dev.trivet.exec;

import dev.trivet.spec.Printable;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes a line for everything that happens, and how many steps are done. */
final class ConsoleListener implements Consumer<Event> {

    private final PrintStream out;
    private final Timekeeper time;
    private final Instant start;
    private int steps;
    private int done;

    ConsoleListener(PrintStream out, Timekeeper time) {
        this.out = out;
        this.time = time;
        this.start = time.now();
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Planned planned) {
            steps = planned.plan().steps().size();
            out.print(planned.plan().describe());
        } else if (event instanceof Event.StepFinished finished) {
            done++;
            line(finished.toString());
        } else {
            line(event.toString());
        }
    }

    private void line(String text) {
        var since = Duration.between(start, time.now());
        out.println(String.format(
                Locale.ROOT, "%6.1f s %d/%d  %s", since.toMillis() / 1000.0, done, steps, Printable.lines(text)));
        out.flush();
    }
}
