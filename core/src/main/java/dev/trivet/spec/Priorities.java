package dev.trivet.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Fills in the priorities that a spec leaves out. */
final class Priorities {

    private static final int USUAL_FIRST = 200;
    private static final int WIDEST_STEP = 20;
    private static final int WIDEST_SPREAD = 40;

    private Priorities() {}

    /** 100, 99, 98 and so on in the masters' order, leaving out what a master was given by name. */
    static List<Integer> article(List<Optional<Integer>> written) {
        var taken = taken(written);
        var filled = new ArrayList<Integer>();
        int next = 100;
        for (Optional<Integer> priority : written) {
            while (priority.isEmpty() && taken.contains(next)) {
                next--;
            }
            filled.add(priority.isPresent() ? priority.get() : Math.max(1, next--));
        }
        return List.copyOf(filled);
    }

    /**
     * A descending series in which every failover is proved: 200, 180, 160 for three masters, closer or lower where that is not
     * so, and as close as can be where none is. Where a master was given its priority by name, the series runs through it.
     */
    static List<Integer> proved(List<Optional<Integer>> written, HealthCheck check) {
        int widest = Math.max(1, Math.min(WIDEST_STEP, WIDEST_SPREAD / Math.max(1, written.size() - 1)));
        for (int step = widest; step >= 1; step--) {
            for (int first : firsts(written, step)) {
                var series = series(written, first, step);
                if (Arithmetic.of(series, check).isProved()) {
                    return series;
                }
            }
        }
        return series(written, firsts(written, 1)[0], 1);
    }

    private static List<Integer> series(List<Optional<Integer>> written, int first, int step) {
        var taken = taken(written);
        var filled = new ArrayList<Integer>();
        for (int i = 0; i < written.size(); i++) {
            int wanted = first - i * step;
            int priority = written.get(i).orElseGet(() -> nearestFree(wanted, taken));
            taken.add(priority);
            filled.add(priority);
        }
        return List.copyOf(filled);
    }

    /** Where the series may begin, the best first. */
    private static int[] firsts(List<Optional<Integer>> written, int step) {
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i).isPresent()) {
                return new int[] {written.get(i).get() + i * step};
            }
        }
        return IntStream.concat(
                        IntStream.iterate(USUAL_FIRST, first -> first - 1).limit(USUAL_FIRST),
                        IntStream.rangeClosed(USUAL_FIRST + 1, 253))
                .toArray();
    }

    /** Begins in range even where a written priority leads out of it: that one's fault is not the others'. */
    private static int nearestFree(int wanted, Set<Integer> taken) {
        int start = Math.max(1, Math.min(254, wanted));
        for (int distance = 0; distance < 254; distance++) {
            for (int candidate : new int[] {start - distance, start + distance}) {
                if (candidate >= 1 && candidate <= 254 && !taken.contains(candidate)) {
                    return candidate;
                }
            }
        }
        return start;
    }

    private static Set<Integer> taken(List<Optional<Integer>> written) {
        var taken = new HashSet<Integer>();
        written.forEach(priority -> priority.ifPresent(taken::add));
        return taken;
    }
}
