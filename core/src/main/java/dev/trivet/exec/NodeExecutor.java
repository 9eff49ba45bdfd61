package dev.trivet.exec;

import dev.trivet.plan.FileChange;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A way to run commands on masters, as root: over SSH, on this machine, or on a simulated rack.
 *
 * <p>An implementation needs one method; the others are made of it, with one constant script each. It may be called by
 * several threads at once, for one master or for many, and never throws for what goes wrong out there: that is a {@link
 * CommandResult}.
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
     * What keeps the output open when the program has ended, is waited for, but never beyond the deadline. An interrupted
     * thread stays marked so.
     *
     * @param master where
     * @param command what
     * @param lines gets every line of standard output as it comes, without its end and in order, by one thread at a time;
     *     never called for {@linkplain Command#isOutputSecret() secret output}, nor after this method has returned; what it
     *     throws, this method throws
     * @return how it ended
     */
    CommandResult run(Master master, Command command, Consumer<String> lines);

    /**
     * Looks at a master, in one round trip and without writing anything.
     *
     * @param master where
     * @param inquiry what is asked
     * @return the facts, or why there are none
     */
    default Inspection inspect(Master master, Inquiry inquiry) {
        return new ShellInspection(this).inspect(master, inquiry);
    }

    /**
     * Puts files, in order and in one round trip. Each is written beside its place, checked and flushed before the first one
     * takes its place; a file that is right already is left alone, one that has changed since it was seen is not replaced, and
     * nothing is written through a symbolic link. What was there before is kept below {@code /var/lib/trivet/previous}, but for
     * what lies below {@code /run}: that has secrets in it.
     *
     * @param master where
     * @param changes the files as they should be, owned by root, and as they were seen
     * @return what was done
     */
    default PutResult put(Master master, List<FileChange> changes) {
        return new ShellPut(this).put(master, changes);
    }

    /**
     * Starts a job that goes on without a connection, unless it runs already or this run of it was started before. How an
     * earlier job ended, of this name or another, is not told any more.
     *
     * @param master where
     * @param job what
     * @return whether it runs
     */
    default StartResult start(Master master, Job job) {
        return new ShellJobs(this).start(master, job);
    }

    /**
     * Reads on in a job's output, until it ends or the time is over.
     *
     * @param master where
     * @param job the job's name
     * @param seen how many lines of its output are known already
     * @param atMost how long to wait, a second or more
     * @param lines gets every further line of standard output and error
     * @return how the job stands
     */
    default FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
        return new ShellJobs(this).follow(master, job, seen, atMost, lines);
    }

    /**
     * Holds a master for one operator, as long as the connection lives.
     *
     * @param master where
     * @param operator who, for others to read
     * @return whether it is held
     */
    default HoldResult hold(Master master, String operator) {
        return ShellHold.take(this, master, operator);
    }

    /**
     * The time that a run over this executor goes by.
     *
     * @return the machine's own, unless there is no real master at the other end
     */
    default Timekeeper time() {
        return Timekeeper.system();
    }
}
