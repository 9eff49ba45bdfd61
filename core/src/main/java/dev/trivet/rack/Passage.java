package dev.trivet.rack;

import java.time.Duration;
import java.util.Optional;

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
            case NO_REPLY -> late(replies, deadline, work);
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
        letGo();
        synchronized (simulation) {
            simulation.timeline().advanceTo(simulation.now().plus(deadline));
        }
        return replies.unknown().apply("its deadline of " + deadline.toSeconds() + " s has passed");
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
