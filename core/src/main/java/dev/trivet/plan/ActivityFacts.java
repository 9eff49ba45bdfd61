package dev.trivet.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What listens and runs on a master.
 *
 * @param listeners the TCP ports that are taken
 * @param processes the control plane's processes
 * @param jobs our own jobs by name
 * @since 0.1.0
 */
public record ActivityFacts(List<Listener> listeners, List<RunningProcess> processes, Map<String, JobStatus> jobs) {

    /** Copies the collections. */
    public ActivityFacts {
        listeners = List.copyOf(listeners);
        processes = List.copyOf(processes);
        jobs = Map.copyOf(jobs);
    }

    /**
     * A TCP port that is taken.
     *
     * @param port 1 to 65535
     * @param address where, such as {@code 127.0.0.1} or {@code *}
     * @param program who listens, in the kernel's 15 letters, or {@code -} where that is not known
     * @since 0.1.0
     */
    public record Listener(int port, String address, String program) {}

    /**
     * A process.
     *
     * @param program the program's name
     * @param id the process id
     * @since 0.1.0
     */
    public record RunningProcess(String program, long id) {}

    /**
     * A job of ours.
     *
     * @param name its name
     * @return how it stands, if it was ever started
     */
    public Optional<JobStatus> job(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    /**
     * The processes of a program.
     *
     * @param program its name
     * @return their ids
     */
    public Set<Long> idsOf(String program) {
        return processes.stream()
                .filter(process -> process.program().equals(program))
                .map(RunningProcess::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a load balancer runs, well or not.
     *
     * @return whether taking it out could be noticed
     */
    public boolean runsBalancer() {
        return !idsOf("haproxy").isEmpty() && !idsOf("keepalived").isEmpty();
    }

    /** The ports that are listened on, and the jobs. */
    @Override
    public String toString() {
        var ports = listeners.stream().map(Listener::port).distinct().sorted().toList();
        return "listeners at " + ports + ", jobs " + new TreeMap<>(jobs);
    }
}
