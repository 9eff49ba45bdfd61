package dev.trivet.conformance;

import dev.trivet.harness.Daemon;
import dev.trivet.harness.Room;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A daemon of a host that ends and is started anew. */
final class Service {

    private final Room room;
    private final String name;
    private final Path folder;
    private final List<String> command;
    private Optional<Daemon> daemon = Optional.empty();
    private boolean frozen;
    private int starts;

    /**
     * Starts nothing yet.
     *
     * @param folder where the logs go, one a start
     */
    Service(Room room, String name, Path folder, List<String> command) {
        this.room = room;
        this.name = name;
        this.folder = folder;
        this.command = List.copyOf(command);
    }

    /** Starts it; one that is still there is killed first, as a container's restart does with one that hangs. */
    void start() {
        kill();
        starts++;
        var log = folder.resolve(room.name() + "-" + name + "-" + starts + ".log");
        daemon = Optional.of(room.start(log, command));
    }

    /** Ends it in good order; one that is frozen cannot. */
    void stop() {
        if (works()) {
            daemon.ifPresent(Daemon::stop);
        }
        kill();
    }

    void kill() {
        daemon.ifPresent(Daemon::kill);
        daemon = Optional.empty();
        frozen = false;
    }

    void freeze() {
        daemon.ifPresent(Daemon::freeze);
        frozen = true;
    }

    /** Whether it is there and does its work. */
    boolean works() {
        return !frozen && daemon.filter(Daemon::isRunning).isPresent();
    }

    /**
     * What it said last on each subject.
     *
     * @param pattern has two groups: the subject and the word
     */
    Map<String, String> lastWords(Pattern pattern) {
        var words = new HashMap<String, String>();
        for (String line : lines()) {
            var matcher = pattern.matcher(line);
            if (matcher.find()) {
                words.put(matcher.group(1), matcher.group(2));
            }
        }
        return words;
    }

    /** The last lines of what it printed, for people. */
    String tail() {
        var lines = lines().stream()
                .filter(line -> !line.contains("gratuitous ARP") && !line.contains("unsolicited"))
                .toList();
        var last = lines.subList(Math.max(0, lines.size() - 12), lines.size());
        return room.name() + " " + name + ", start " + starts + (works() ? "" : ", does not work") + ":\n    "
                + String.join("\n    ", last);
    }

    private List<String> lines() {
        return daemon.map(Daemon::lines).orElse(List.of());
    }
}
