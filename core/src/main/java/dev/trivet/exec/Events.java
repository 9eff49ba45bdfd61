package dev.trivet.exec;

import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * Listeners to use.
 *
 * @since 0.1.0
 */
public final class Events {

    private Events() {}

    /**
     * Writes what happens for people, with the time since the run began.
     *
     * @param out where to
     * @return a listener for one run
     */
    public static Consumer<Event> toConsole(PrintStream out) {
        return toConsole(out, Timekeeper.system());
    }

    /**
     * Writes what happens for people, by another time.
     *
     * @param out where to
     * @param time the time that the run goes by
     * @return a listener for one run
     */
    public static Consumer<Event> toConsole(PrintStream out, Timekeeper time) {
        return new ConsoleListener(out, time);
    }
}
