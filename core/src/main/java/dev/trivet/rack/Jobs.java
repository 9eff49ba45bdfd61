package dev.trivet.rack;

import dev.trivet.plan.JobStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A machine's jobs, each by its name; a new one replaces what the name meant before, and all that have ended. */
final class Jobs {

    private final Map<String, RackJob> byName = new TreeMap<>();

    Optional<RackJob> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    boolean isRunning(String name) {
        return find(name).filter(RackJob::isRunning).isPresent();
    }

    void put(String name, RackJob job) {
        byName.values().removeIf(other -> !other.isRunning());
        byName.put(name, job);
    }

    void kill(String name) {
        find(name).ifPresent(RackJob::kill);
    }

    void killAll() {
        byName.values().forEach(RackJob::kill);
    }

    Map<String, JobStatus> statuses() {
        var statuses = new HashMap<String, JobStatus>();
        byName.forEach((name, job) -> statuses.put(name, job.status()));
        return statuses;
    }
}
