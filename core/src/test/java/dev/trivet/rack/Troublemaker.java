package dev.trivet.rack;

import dev.trivet.exec.Cancellation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes operations go wrong as planned. Asked under the rack's lock, as every gate is. */
final class Troublemaker implements Function<Operation, Optional<OperationFault>> {

    private final InMemoryExecutor rack;
    private final Journal journal;
    private final List<Injection> injections;
    private final Map<String, Integer> earlier = new HashMap<>();
    private final Map<String, OperationFault> lasting = new HashMap<>();
    private final Thread runner = Thread.currentThread();
    private Cancellation cancellation = new Cancellation();
    private boolean killed;

    Troublemaker(InMemoryExecutor rack, Journal journal, List<Injection> injections) {
        this.rack = rack;
        this.journal = journal;
        this.injections = injections;
        rack.operations().forEach(operation -> earlier.merge(operation.master(), 1, Integer::sum));
        rack.onOperation(this);
    }

    /** Another process begins; what is wrong with the masters, stays. */
    Cancellation nextRun() {
        killed = false;
        cancellation = new Cancellation();
        return cancellation;
    }

    @Override
    public Optional<OperationFault> apply(Operation operation) {
        if (killed) {
            return Optional.of(OperationFault.CUT_BEFORE);
        }
        var fault = injections.stream()
                .filter(injection -> isAt(injection, operation))
                .findFirst()
                .flatMap(injection -> begin(injection, operation));
        return fault.or(() -> Optional.ofNullable(lasting.get(operation.master())));
    }

    private boolean isAt(Injection injection, Operation operation) {
        int before = Optional.ofNullable(earlier.get(operation.master())).orElse(0);
        return injection.master().equals(operation.master()) && injection.number() == operation.numberThere() - before;
    }

    private Optional<OperationFault> begin(Injection injection, Operation operation) {
        journal.note(operation + " <- " + injection.mishap());
        var fault = injection.mishap().fault();
        switch (injection.mishap().reach()) {
            case ONCE -> {}
            case FROM_HERE_ON -> fault.ifPresent(every -> lasting.put(operation.master(), every));
            case KILLED -> {
                killed = true;
                // What would never come back need not be waited for.
                cancellation.cancel();
            }
            case CLOCK_AHEAD -> rack.machine(operation.master()).setClockAhead(Duration.ofHours(1));
            case CLOCK_BEHIND -> rack.machine(operation.master()).setClockAhead(Duration.ofHours(-1));
            case INTERRUPTED -> runner.interrupt();
            case CANCELLED -> cancellation.cancel();
        }
        return fault;
    }
}
