package dev.trivet.rack;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * An operation on its way to its machine, and what goes wrong with it.
 *
 * @param simulation the rack
 * @param machine where it goes
 * @param kind what it is
 * @param fault what goes wrong
 */
record Passage(Simulation simulation, MachineState machine, Operation.Kind kind, Optional<OperationFault> fault) {

    /** How long somebody waits for a reply who set no deadline. */
    static final Duration DEADLINE = Duration.ofMinutes(1);

    /** How many lines stand for output without end. */
    private static final int ENDLESS = 1000;

    /** How much of an operation is done. */
    enum Extent {
        WHOLE,
        HALF;

        /** How long somebody listens: where it is cut off, not nearly to the end. */
        Duration share(Duration whole) {
            return this == WHOLE ? whole : whole.dividedBy(20);
        }
    }

    /** What an operation does on its machine. */
    interface Work<T> {
        T upTo(Extent extent);
    }

    CommandResult run(Command command, Consumer<String> lines) {
        babble(lines);
        var programs = new Programs(simulation, machine);
        var result = answer(Replies.RUN, command.deadline(), extent -> programs.run(command));
        if (result instanceof CommandResult.Finished finished) {
            finished.output().lines().forEach(lines);
        }
        return result;
    }

    /** Output without end, as far as anybody reads it. */
    void babble(Consumer<String> lines) {
        if (fault.equals(Optional.of(OperationFault.ENDLESS_OUTPUT)) && answers()) {
            IntStream.range(0, ENDLESS).forEach(number -> lines.accept("and so on"));
        }
    }

    /** Does the work, as far as the fault lets it, and answers. */
    <T> T answer(Replies<T> replies, Duration deadline, Work<T> work) {
        if (Thread.currentThread().isInterrupted()) {
            return replies.unknown().apply("interrupted");
        } else if (!answers()) {
            return replies.notRun().apply(machine.name() + " does not answer; see whether it runs and is connected");
        }
        return fault.isEmpty() ? work.upTo(Extent.WHOLE) : answerBadly(fault.get(), replies, deadline, work);
    }

    private boolean answers() {
        synchronized (simulation) {
            return machine.answers();
        }
    }

    private <T> T answerBadly(OperationFault fault, Replies<T> replies, Duration deadline, Work<T> work) {
        return switch (fault) {
            case CUT_BEFORE -> cut(replies);
            case CUT_DURING -> cutAfter(Extent.HALF, replies, work);
            case CUT_AFTER -> cutAfter(Extent.WHOLE, replies, work);
            case NO_REPLY, ENDLESS_OUTPUT -> late(replies, deadline, work);
            case SLOW_REPLY -> slow(replies, deadline, work);
            case SUDO_REFUSED -> notRun("sudo refused the password", replies);
            case HOST_KEY_CHANGED -> otherHostKey(replies);
            case DISK_FULL -> refused("No space left on device", replies, work);
            case READ_ONLY -> refused("Read-only file system", replies, work);
            case PERMISSION_DENIED -> refused("Permission denied", replies, work);
            case REBOOT -> rebooted(replies);
            case FALSE_FAILURE -> falseFailure(replies, work);
            case FALSE_SUCCESS -> replies.ended().apply(0);
        };
    }

    private <T> T cut(Replies<T> replies) {
        synchronized (simulation) {
            machine.setHold(Optional.empty());
        }
        return replies.unknown().apply("the connection to " + machine.name() + " was cut");
    }

    private <T> T cutAfter(Extent extent, Replies<T> replies, Work<T> work) {
        work.upTo(extent);
        return cut(replies);
    }

    private <T> T falseFailure(Replies<T> replies, Work<T> work) {
        work.upTo(Extent.WHOLE);
        letGo();
        return replies.ended().apply(1);
    }

    /** What holds a master is an operation that goes on: when that has ended, whatever its answer, nothing is held. */
    private void letGo() {
        if (kind == Operation.Kind.HOLD) {
            synchronized (simulation) {
                machine.setHold(Optional.empty());
            }
        }
    }

    private <T> T late(Replies<T> replies, Duration deadline, Work<T> work) {
        work.upTo(Extent.WHOLE);
        return tooLate(replies, deadline);
    }

    private <T> T tooLate(Replies<T> replies, Duration deadline) {
        letGo();
        pass(deadline);
        return replies.unknown().apply("its deadline of " + deadline.toSeconds() + " s has passed");
    }

    private <T> T slow(Replies<T> replies, Duration deadline, Work<T> work) {
        var result = work.upTo(Extent.WHOLE);
        var needed = Duration.ofSeconds(replies.length().applyAsLong(result));
        if (needed.compareTo(deadline) > 0) {
            return tooLate(replies, deadline);
        }
        pass(needed);
        return result;
    }

    private void pass(Duration time) {
        synchronized (simulation) {
            simulation.timeline().advanceTo(simulation.now().plus(time));
        }
    }

    private <T> T notRun(String reason, Replies<T> replies) {
        return replies.notRun().apply(machine.name() + ": " + reason);
    }

    /** Who shows another key, is not spoken with any more. */
    private <T> T otherHostKey(Replies<T> replies) {
        cut(replies);
        return notRun("its host key is not the known one", replies);
    }

    /** What only reads does not notice. */
    private <T> T refused(String reason, Replies<T> replies, Work<T> work) {
        return kind.onlyReads() ? work.upTo(Extent.WHOLE) : replies.refused().apply(reason);
    }

    private <T> T rebooted(Replies<T> replies) {
        synchronized (simulation) {
            simulation.reboot(machine);
        }
        return cut(replies);
    }
}
