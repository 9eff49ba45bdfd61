package dev.trivet.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What must not be left when work is done: threads of ours, and ends of pipes. Public for the tests of every module. */
public final class LeftBehind {

    /** A thread lives for a moment after its work has ended, and so does a stream that it reads. */
    private static final Duration MOMENT = Duration.ofMinutes(5);

    private LeftBehind() {}

    /**
     * The threads that Trivet has made and that do not end.
     *
     * @return their names; none where all is well
     */
    public static List<String> threads() {
        return Patience.until(MOMENT, () -> alive().isEmpty()) ? List.of() : alive();
    }

    private static List<String> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("trivet-"))
                .sorted()
                .toList();
    }

    /**
     * The ends of pipes that this process has open.
     *
     * @return how many
     */
    public static long pipes() {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(LeftBehind::isPipe).count();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list what is open", e);
        }
    }

    private static boolean isPipe(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("pipe:");
        } catch (IOException e) {
            // It was closed meanwhile.
            return false;
        }
    }

    /**
     * Whether no more pipes are open than before, once those in whose streams somebody still reads are closed.
     *
     * @param before how many there were
     * @return whether none was left
     */
    public static boolean noPipesBut(long before) {
        return Patience.until(MOMENT, () -> pipes() <= before);
    }
}
