package dev.trivet.exec;

import dev.trivet.plan.Health;
import dev.trivet.plan.MasterState;
import dev.trivet.plan.Observation;
import dev.trivet.spec.Master;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at a control plane that comes up. As long as a master misses something, only such masters are asked again: while an API
 * server starts, every question to a machine that has several takes processors from it.
 */
final class HealthWatch implements Workbench.Look {

    private final Workbench bench;
    private final Map<String, MasterState> states = new LinkedHashMap<>();

    HealthWatch(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Optional<String> missing() throws InterruptedException {
        states.putAll(bench.health(behind()).masters());
        return VerifyRunner.joined(Health.unmet(bench.cluster(), new Observation(states)));
    }

    /** All, where none is behind: together they may still miss the virtual IP. */
    private List<Master> behind() {
        var seen = new Observation(states);
        var all = bench.cluster().masters();
        var behind = all.stream()
                .filter(master ->
                        !Health.unmet(bench.cluster(), seen, master.name()).isEmpty())
                .toList();
        return behind.isEmpty() ? all : behind;
    }
}
