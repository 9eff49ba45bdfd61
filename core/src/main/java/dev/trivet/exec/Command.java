package dev.trivet.exec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A program to run on a master, with its arguments. No secret belongs into an argument, which every user of a machine can
 * see: secrets go into the {@linkplain #withInput(Secret) standard input}.
 *
 * {@snippet lang=java :
 * Command.of("kubeadm", "token", "create", "--ttl", "30m").withSecretOutput().withDeadline(Duration.ofMinutes(1))
 * }
 *
 * @since 0.1.0
 */
public final class Command {

    /** The most bytes of standard output and of standard error, each, that a result holds: 8 MiB. What comes after is read and thrown away. */
    public static final int MAX_OUTPUT = 8 << 20;

    private static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(1);

    private final List<String> words;
    private final Optional<Secret> input;
    private final Duration deadline;
    private final boolean outputSecret;

    private Command(List<String> words, Optional<Secret> input, Duration deadline, boolean outputSecret) {
        this.words = words;
        this.input = input;
        this.deadline = deadline;
        this.outputSecret = outputSecret;
    }

    /**
     * A command without input that may take a minute.
     *
     * @param program what to run, looked up in root's PATH
     * @param arguments its arguments
     * @return the command
     * @throws IllegalArgumentException when the program begins with a hyphen or is empty, or a word has a NUL in it
     */
    public static Command of(String program, String... arguments) {
        if (program.isEmpty() || program.startsWith("-")) {
            throw new IllegalArgumentException("program \"" + program + "\" is no program's name; give one");
        }
        var words = new ArrayList<String>();
        words.add(program);
        words.addAll(List.of(arguments));
        if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("a word of " + program + " has a NUL in it; leave it out");
        }
        return new Command(List.copyOf(words), Optional.empty(), DEFAULT_DEADLINE, false);
    }

    /**
     * This command with something to read.
     *
     * @param input what it finds on its standard input, in UTF-8
     * @return a copy
     */
    public Command withInput(Secret input) {
        return new Command(words, Optional.of(input), deadline, outputSecret);
    }

    /**
     * This command with another deadline.
     *
     * @param deadline how long it may take from its start
     * @return a copy
     * @throws IllegalArgumentException when the deadline is not positive
     */
    public Command withDeadline(Duration deadline) {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline " + deadline + " is not positive; give it some time");
        }
        return new Command(words, input, deadline, outputSecret);
    }

    /**
     * This command, whose output nobody may see.
     *
     * @return a copy
     */
    public Command withSecretOutput() {
        return new Command(words, input, deadline, true);
    }

    /**
     * The program and its arguments.
     *
     * @return at least one word
     */
    public List<String> words() {
        return words;
    }

    /**
     * What the program finds on its standard input.
     *
     * @return the input, or nothing for an empty one
     */
    public Optional<Secret> input() {
        return input;
    }

    /**
     * How long it may take.
     *
     * @return a positive time
     */
    public Duration deadline() {
        return deadline;
    }

    /**
     * Whether the output is a secret.
     *
     * @return whether nobody may see it
     */
    public boolean isOutputSecret() {
        return outputSecret;
    }

    /** The words, scripts by their length; the input is left out. */
    @Override
    public String toString() {
        return words.stream()
                .map(word -> word.contains("\n") ? "(a script of " + word.length() + " characters)" : word)
                .collect(Collectors.joining(" "));
    }
}
