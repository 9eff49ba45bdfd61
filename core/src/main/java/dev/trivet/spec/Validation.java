package dev.trivet.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@link ClusterSpec#validate()} found: every violation at once, in the document's order.
 *
 * @since 0.1.0
 */
public final class Validation {

    private final List<Violation> violations;
    private final Optional<Cluster> cluster;

    Validation(List<Violation> violations, Optional<Cluster> cluster) {
        this.violations = List.copyOf(violations);
        this.cluster = cluster;
    }

    /**
     * Everything that is wrong, errors and warnings.
     *
     * @return the violations in the document's order
     */
    public List<Violation> violations() {
        return violations;
    }

    /**
     * Whether nothing is worse than a warning.
     *
     * @return whether there is a {@link Cluster}
     */
    public boolean isValid() {
        return cluster.isPresent();
    }

    /**
     * The cluster that the spec describes.
     *
     * @return the cluster, when there is no violation of severity {@link Severity#ERROR}
     * @throws InvalidClusterException with all violations, when there is one
     */
    public Cluster orThrow() {
        return cluster.orElseThrow(() -> new InvalidClusterException(this));
    }

    /**
     * The violations for programs.
     *
     * @return a JSON object with the violations and their places
     */
    public String toJson() {
        return SpecJson.of(this);
    }

    /** The violations as {@link Violation#toString} has them, one after the other, or that there is none. */
    @Override
    public String toString() {
        return violations.isEmpty()
                ? "valid"
                : violations.stream().map(Violation::toString).collect(Collectors.joining("\n"));
    }
}
