package dev.trivet.rack;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Something that begins at an operation: a fault, and how far it reaches. */
record Mishap(Reach reach, Optional<OperationFault> fault) {

    enum Reach {
        /** This operation goes wrong. */
        ONCE,
        /** Every operation at this master does, from this one on. */
        FROM_HERE_ON,
        /** The process that runs Trivet is killed. */
        KILLED,
        /** The machine's clock is put an hour ahead. */
        CLOCK_AHEAD,
        /** The machine's clock is put back by an hour. */
        CLOCK_BEHIND,
        /** The thread that waits for the run is interrupted. */
        INTERRUPTED,
        /** The run is cancelled. */
        CANCELLED
    }

    private static final List<OperationFault> LASTING = List.of(
            OperationFault.DISK_FULL,
            OperationFault.READ_ONLY,
            OperationFault.PERMISSION_DENIED,
            OperationFault.SUDO_REFUSED,
            OperationFault.HOST_KEY_CHANGED);

    private static final Set<OperationFault> NOTICED_BY_WRITERS =
            EnumSet.of(OperationFault.DISK_FULL, OperationFault.READ_ONLY, OperationFault.PERMISSION_DENIED);

    /** Where the process is when it is killed: before, in or after the operation. */
    private static final List<OperationFault> MOMENTS =
            List.of(OperationFault.CUT_BEFORE, OperationFault.CUT_DURING, OperationFault.CUT_AFTER);

    static List<Mishap> all() {
        return Stream.of(
                        Arrays.stream(OperationFault.values()).map(fault -> new Mishap(Reach.ONCE, fault)),
                        LASTING.stream().map(fault -> new Mishap(Reach.FROM_HERE_ON, fault)),
                        MOMENTS.stream().map(fault -> new Mishap(Reach.KILLED, fault)),
                        Stream.of(Reach.CLOCK_AHEAD, Reach.CLOCK_BEHIND, Reach.INTERRUPTED, Reach.CANCELLED)
                                .map(reach -> new Mishap(reach, Optional.empty())))
                .flatMap(mishaps -> mishaps)
                .toList();
    }

    private Mishap(Reach reach, OperationFault fault) {
        this(reach, Optional.of(fault));
    }

    /** Whether this kind of operation can notice it. */
    boolean matters(Operation.Kind kind) {
        return reach != Reach.ONCE
                || !kind.onlyReads()
                || fault.filter(NOTICED_BY_WRITERS::contains).isEmpty();
    }

    @Override
    public String toString() {
        return fault.map(known -> reach + " " + known).orElse(reach.name());
    }
}
