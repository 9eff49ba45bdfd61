package dev.trivet.rack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One run of kubeadm init or join on a machine: its words, its configuration, its output. */
final class KubeadmRun {

    private static final Pattern IGNORED = Pattern.compile("(?m)^ *ignorePreflightErrors:\\n((?: *- .*\\n?)+)");
    private static final Pattern CHECK = Pattern.compile("[A-Za-z0-9.-]+$");
    private static final String IGNORE = "--ignore-preflight-errors=";

    private final Simulation simulation;
    private final MachineState machine;
    private final List<String> words;
    private final List<String> log = new ArrayList<>();

    KubeadmRun(Simulation simulation, MachineState machine, List<String> words) {
        this.simulation = simulation;
        this.machine = machine;
        this.words = words;
    }

    Simulation simulation() {
        return simulation;
    }

    MachineState machine() {
        return machine;
    }

    /** The time on its machine. */
    Instant clock() {
        return simulation.clock(machine);
    }

    /** The time on the API server that answers. */
    Instant serverClock() {
        return simulation.services().serverClock();
    }

    Timeline timeline() {
        return simulation.timeline();
    }

    void settle() {
        simulation.settle();
    }

    List<String> log() {
        return log;
    }

    void say(String line) {
        line.lines().forEach(log::add);
    }

    /** The file that {@code --config} names. */
    String config() throws KubeadmFailure {
        int at = words.indexOf("--config") + 1;
        var path = at > 0 && at < words.size() ? words.get(at) : "";
        return machine.files()
                .find(path)
                .map(StoredFile::text)
                .orElseThrow(() -> new KubeadmFailure(
                        "unable to read config from \"" + path + "\": open " + path + ": no such file or directory"));
    }

    /** A scalar of the configuration, by its key. */
    Optional<String> setting(String key) throws KubeadmFailure {
        var matcher =
                Pattern.compile("(?m)^[ -]*" + key + ": *\"?([^\"\n]+?)\"? *$").matcher(config());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** By the command line and by the configuration, in lower case. */
    List<String> ignoredChecks() throws KubeadmFailure {
        var ignored = new ArrayList<String>();
        words.stream()
                .filter(word -> word.startsWith(IGNORE))
                .flatMap(word -> Arrays.stream(word.substring(IGNORE.length()).split(",", -1)))
                .forEach(ignored::add);
        var list = IGNORED.matcher(config());
        if (list.find()) {
            list.group(1)
                    .lines()
                    .map(line -> line.replace("\"", "").strip())
                    .flatMap(line -> CHECK.matcher(line).results().map(MatchResult::group))
                    .forEach(ignored::add);
        }
        return ignored.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** The cluster that it founded or joins, known by the CA in its folder. */
    KubeCluster cluster() throws KubeadmFailure {
        return simulation
                .clusterOf(machine)
                .orElseThrow(() -> new KubeadmFailure("couldn't load the CA certificate " + Paths.CA));
    }

    /** The cluster that answers at the virtual IP, seen from here. */
    Optional<KubeCluster> front() {
        return machine.answers() ? simulation.services().front() : Optional.empty();
    }

    boolean has(String path) {
        return machine.files().has(path);
    }

    void write(String path, String text) {
        machine.files().write(path, text);
    }

    void delete(String path) {
        machine.files().delete(path);
    }
}
