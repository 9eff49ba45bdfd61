package dev.trivet.plan;

import java.util.Optional;

/**
 * A reason why nothing may be written now.
 *
 * @param kind what is wrong
 * @param master where, if at one master
 * @param problem what is wrong, with the values
 * @param remedy what to do about it
 * @since 0.1.0
 */
public record Blocker(BlockerKind kind, Optional<String> master, String problem, String remedy) {

    static Blocker at(String master, BlockerKind kind, String problem, String remedy) {
        return new Blocker(kind, Optional.of(master), problem, remedy);
    }

    /** One line, such as {@code m2: swap is on; turn it off ... [swap]}. */
    @Override
    public String toString() {
        return master.map(name -> name + ": ").orElse("") + problem + "; " + remedy + " [" + kind.id() + "]";
    }
}
