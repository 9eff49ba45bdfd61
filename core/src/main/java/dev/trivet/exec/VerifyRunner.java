package dev.trivet.exec;

import dev.trivet.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Waits until the control plane is whole, and leaves no token behind that others could join with. */
record VerifyRunner(Workbench bench) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Twice, so that an address on its way from one master to another does not count. */
    private static final int TIMES = 2;

    void run(Step.VerifyControlPlane step) throws StepFailedException, InterruptedException {
        bench.await(step, LONGEST, TIMES, new HealthWatch(bench));
        new BootstrapTokens(bench, bench.cluster().masters().get(0).name()).revokeOurs();
        Workbench.giveUpWhenInterrupted();
    }

    static Optional<String> joined(List<String> unmet) {
        return unmet.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", unmet));
    }
}
