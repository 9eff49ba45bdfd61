package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.FileMode;
import dev.trivet.exec.Cancellation;
import dev.trivet.plan.JobNames;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever ends kubeadm at any second: another run completes it, and the run after writes nothing. */
class CutOffTest {

    private static final int SECONDS = 25;
    private static final String NETWORK = "/etc/cni/net.d/10-network.conflist";

    @ParameterizedTest
    @ValueSource(strings = {JobNames.INIT, JobNames.JOIN})
    void kubeadmIsKilledAtAnySecond(String job) {
        atAnySecond(start -> start.what().equals(job), machine -> machine.kill(job));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m1", "m3"})
    void theMachineRestartsAtAnySecondOfKubeadm(String master) {
        atAnySecond(start -> start.master().equals(master), RackMachine::reboot);
    }

    /** kubeadm does not start a kubelet whose node is ready, so a join that was cut off goes on without that. */
    @Test
    void kubeadmIsKilledAtAnySecondOfAJoinToANetwork() {
        atAnySecond(
                start -> start.what().equals(JobNames.JOIN),
                machine -> machine.kill(JobNames.JOIN),
                rack -> Stream.of("m1", "m2", "m3")
                        .forEach(name -> rack.machine(name).write(NETWORK, FileMode.PUBLIC, "{}\n")));
    }

    private static void atAnySecond(Predicate<Operation> isMeant, Consumer<RackMachine> end) {
        atAnySecond(isMeant, end, rack -> {});
    }

    private static void atAnySecond(
            Predicate<Operation> isMeant, Consumer<RackMachine> end, Consumer<InMemoryExecutor> preparation) {
        IntStream.range(0, SECONDS).forEach(seconds -> {
            var trial = new Trial(Scenario.BOOTSTRAP);
            var rack = trial.rack();
            preparation.accept(rack);
            rack.onOperation(operation -> {
                if (operation.kind() == Operation.Kind.START && isMeant.test(operation)) {
                    rack.after(
                            Duration.ofSeconds(seconds).plusMillis(500),
                            () -> end.accept(rack.machine(operation.master())));
                }
                return Optional.empty();
            });
            trial.run(new Cancellation());
            var verdict = trial.conclude(Duration.ofMinutes(1));
            assertThat(verdict.isGood()).as("after %d s\n%s", seconds, verdict).isTrue();
        });
    }
}
