package dev.trivet.rack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every operation goes through here: it is written down, and may get a fault. */
final class Gate {

    private final Simulation simulation;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Integer> countByMaster = new HashMap<>();
    private Function<Operation, Optional<OperationFault>> faults = operation -> Optional.empty();

    Gate(Simulation simulation) {
        this.simulation = simulation;
    }

    void setFaults(Function<Operation, Optional<OperationFault>> faults) {
        this.faults = faults;
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    Passage open(String master, Operation.Kind kind, String what) {
        synchronized (simulation) {
            var machine = simulation.machine(master);
            int there = countByMaster.merge(master, 1, Integer::sum);
            var operation = new Operation(operations.size() + 1, master, there, kind, what);
            operations.add(operation);
            return new Passage(simulation, machine, kind, faults.apply(operation));
        }
    }
}
