package dev.trivet.plan;

import java.util.Set;

/**
 * The container runtime.
 *
 * @param running whether it answers
 * @param images those of the images asked about that are there
 * @since 0.1.0
 */
public record RuntimeFacts(Answer running, Set<String> images) {

    /** Copies the set. */
    public RuntimeFacts {
        images = Set.copyOf(images);
    }
}
