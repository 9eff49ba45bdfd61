package dev.trivet.harness;

import java.util.EnumMap;
import java.util.Map;

/** What has passed in each direction, and how much more may. */
final class Traffic {

    private final Map<Direction, Long> bytes = new EnumMap<>(Direction.class);
    private final Map<Direction, Long> left = new EnumMap<>(Direction.class);

    synchronized void reset() {
        bytes.clear();
        left.clear();
    }

    /** Counts anew; no more than so many bytes pass in one direction. */
    synchronized void limit(Direction direction, long most) {
        reset();
        left.put(direction, most);
    }

    /** Counts what comes, and says how much of it may pass. */
    synchronized int pass(Direction direction, int length) {
        int passed = (int) Math.min(length, left.getOrDefault(direction, Long.MAX_VALUE));
        bytes.merge(direction, (long) passed, Long::sum);
        left.computeIfPresent(direction, (any, most) -> most - passed);
        return passed;
    }

    /** Whether nothing more may pass, told once: then the limit is gone. */
    synchronized boolean takeEnd(Direction direction) {
        return left.remove(direction, 0L);
    }

    synchronized long bytes(Direction direction) {
        return bytes.getOrDefault(direction, 0L);
    }
}
