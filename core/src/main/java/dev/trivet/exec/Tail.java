package dev.trivet.exec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of an output, which may be without end. */
final class Tail {

    /** kubeadm writes a few hundred lines. */
    static final int MOST_LINES = 2000;

    static final int LONGEST_LINE = 2000;

    private final Deque<String> lines = new ArrayDeque<>();
    private long count;

    void add(String line) {
        lines.add(line.substring(0, Math.min(line.length(), LONGEST_LINE)));
        count++;
        if (lines.size() > MOST_LINES) {
            lines.remove();
        }
    }

    /** How many there were in all. */
    long count() {
        return count;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
