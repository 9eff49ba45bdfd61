package dev.trivet.rack;

import dev.trivet.artifact.FileMode;
import dev.trivet.plan.JobStatus;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A machine of a simulated rack, looked at and changed as by somebody who stands before it.
 *
 * @since 0.1.0
 */
public final class RackMachine {

    private final Simulation simulation;
    private final MachineState state;

    RackMachine(Simulation simulation, MachineState state) {
        this.simulation = simulation;
        this.state = state;
    }

    /**
     * Its name.
     *
     * @return the master's name
     */
    public String name() {
        return master().name();
    }

    private Master master() {
        return state.master();
    }

    /**
     * A file's content.
     *
     * @param path the file's path
     * @return the text, if there is such a file
     */
    public Optional<String> file(String path) {
        synchronized (simulation) {
            return state.files().find(path).map(StoredFile::text);
        }
    }

    /**
     * All files.
     *
     * @return their paths, sorted
     */
    public List<String> files() {
        synchronized (simulation) {
            return state.files().paths();
        }
    }

    /**
     * Writes a file past Trivet, as root.
     *
     * @param path the file's path
     * @param mode its mode
     * @param text its content
     */
    public void write(String path, FileMode mode, String text) {
        synchronized (simulation) {
            state.files().write(path, StoredFile.ofRoot(Integer.toOctalString(mode.bits()), text));
            simulation.settle();
        }
    }

    /**
     * Deletes a file or link past Trivet.
     *
     * @param path its path
     */
    public void delete(String path) {
        synchronized (simulation) {
            state.files().delete(path);
            simulation.settle();
        }
    }

    /**
     * Makes a symbolic link past Trivet.
     *
     * @param path its path
     */
    public void link(String path) {
        synchronized (simulation) {
            state.files().link(path);
        }
    }

    /**
     * Sets its clock.
     *
     * @param ahead how far it is ahead of the rack's time; negative for one that is behind
     */
    public void setClockAhead(Duration ahead) {
        synchronized (simulation) {
            state.setClockAhead(ahead);
        }
    }

    /**
     * How a job stands.
     *
     * @param job the job's name
     * @return its status, if it was ever started
     */
    public Optional<JobStatus> job(String job) {
        synchronized (simulation) {
            return state.jobs().find(job).map(RackJob::status);
        }
    }

    /**
     * Kills a job's processes, as {@code kill -9} does; nothing happens where it does not run.
     *
     * @param job the job's name
     */
    public void kill(String job) {
        synchronized (simulation) {
            state.jobs().kill(job);
        }
    }

    /** Restarts it: what runs is killed, what lies in memory is lost, and half a minute later it answers again. */
    public void reboot() {
        synchronized (simulation) {
            simulation.reboot(state);
        }
    }

    /**
     * The static pods that run.
     *
     * @return their names
     */
    public List<String> pods() {
        synchronized (simulation) {
            return state.podNames();
        }
    }

    /**
     * Whether every static pod runs with the configuration that lies in its file: one that changed since the pod was
     * started, is not read.
     *
     * @return whether a restart would change nothing
     */
    public boolean runsAsConfigured() {
        synchronized (simulation) {
            return state.runsAsConfigured();
        }
    }

    /** Its line in the rack's table. */
    @Override
    public String toString() {
        synchronized (simulation) {
            return String.join(" ", RackTable.row(simulation, state));
        }
    }
}
