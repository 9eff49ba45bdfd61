package dev.trivet.ssh;

import dev.trivet.exec.Secret;
import java.util.List;
import java.util.Optional;

/** How to become root once logged in. */
sealed interface Sudo {

    /** Root has logged in. */
    record None() implements Sudo {}

    /** Without a password. */
    record Free() implements Sudo {}

    /** With one. */
    record With(Secret secret) implements Sudo {}

    static Sudo none() {
        return new None();
    }

    static Sudo free() {
        return new Free();
    }

    static Sudo with(Secret password) {
        return new With(password);
    }

    /**
     * What stands before a command.
     *
     * @param prompt what sudo is to ask for the password with
     */
    default List<String> words(String prompt) {
        if (this instanceof None) {
            return List.of();
        }
        return this instanceof Free ? List.of("sudo", "-n", "--") : List.of("sudo", "-S", "-p", prompt, "--");
    }

    default Optional<Secret> password() {
        return this instanceof With with ? Optional.of(with.secret()) : Optional.empty();
    }
}
