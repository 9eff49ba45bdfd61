package dev.trivet.exec;

import dev.trivet.spec.Master;
import java.util.function.Consumer;

/**
 * A way to run commands on masters, as root: over SSH, on this machine, or on a simulated rack.
 *
 * <p>An implementation needs one method. It may be called by several threads at once, for one master or for many, and
 * never throws for what goes wrong out there: that is a {@link CommandResult}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface NodeExecutor {

    /**
     * Runs a command on a master, as root, and waits until it has ended, its deadline has passed, or the calling thread is
     * interrupted.
     *
     * <p>The words are what the program gets as its arguments, byte for byte: where a shell is in between, each is quoted.
     * The standard input is closed after {@link Command#input()}. The environment is the transport's, the folder any.
     *
     * @param master where
     * @param command what
     * @param lines gets every line of standard output as it comes, without its end and in order, by one thread at a time;
     *     never called for {@linkplain Command#isOutputSecret() secret output}
     * @return how it ended
     */
    CommandResult run(Master master, Command command, Consumer<String> lines);
}
