package dev.trivet.exec;

import java.util.List;
import java.util.Optional;

/**
 * Why a step did not succeed.
 *
 * @param problem what happened, where and with which values
 * @param remedy what to do about it
 * @param phase kubeadm's phase that failed
 * @param lastLines the last lines that matter of what the program wrote, without secrets
 * @since 0.1.0
 */
public record Failure(String problem, String remedy, Optional<String> phase, List<String> lastLines) {

    /** Copies the list. */
    public Failure {
        lastLines = List.copyOf(lastLines);
    }

    static Failure of(String problem, String remedy) {
        return new Failure(problem, remedy, Optional.empty(), List.of());
    }

    /** Problem and remedy, then the lines. */
    @Override
    public String toString() {
        var out = new StringBuilder(problem);
        phase.ifPresent(name -> out.append(" (in phase ").append(name).append(')'));
        out.append("; ").append(remedy);
        lastLines.forEach(line -> out.append("\n    ").append(line));
        return out.toString();
    }
}
