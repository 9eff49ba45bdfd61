package dev.trivet.rack;

import dev.trivet.exec.HoldResult;
import java.util.Optional;

/** A machine held for one operator. */
final class RackHold implements HoldResult.Held {

    private final Simulation simulation;
    private final MachineState machine;
    private final String operator;
    private final boolean isFirst;

    RackHold(Simulation simulation, MachineState machine, String operator) {
        this.simulation = simulation;
        this.machine = machine;
        this.operator = operator;
        this.isFirst = !machine.wasHeld();
    }

    /** Takes the machine, unless somebody has it. */
    static HoldResult take(Simulation simulation, MachineState machine, String operator) {
        synchronized (simulation) {
            if (machine.hold().isPresent()) {
                return new HoldResult.Taken("by " + machine.hold().get().operator);
            }
            var hold = new RackHold(simulation, machine, operator);
            machine.setHold(Optional.of(hold));
            return hold;
        }
    }

    @Override
    public boolean isHeld() {
        synchronized (simulation) {
            return machine.hold().filter(hold -> hold == this).isPresent();
        }
    }

    @Override
    public boolean isFirst() {
        return isFirst;
    }

    @Override
    public void close() {
        synchronized (simulation) {
            if (isHeld()) {
                machine.setHold(Optional.empty());
            }
        }
    }
}
