package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Cancellation;
import dev.trivet.harness.LeftBehind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cancelled at any operation while no machine answers any more, a run ends at once: it waits for nothing but for a token to be
 * taken back, and for that a few seconds only. So it is bounded by how it is made, not by how fast a machine is.
 */
class CancellationTest {

    private static final Duration LONGEST = Duration.ofSeconds(3);

    @ParameterizedTest
    @EnumSource(Scenario.class)
    @Timeout(600)
    void waitsForNobody(Scenario scenario) {
        int number = 1;
        while (isCancelledAt(number, scenario)) {
            number++;
        }
        assertThat(number).isGreaterThan(scenario.operations().size());
    }

    /** Whether the run came that far. Following a job fails once, so that there is a pause while a token is good. */
    private static boolean isCancelledAt(int number, Scenario scenario) {
        var stage = scenario.prepare();
        var followed = new HashSet<String>();
        stage.rack()
                .onOperation(operation -> operation.kind() == Operation.Kind.FOLLOW && followed.add(operation.master())
                        ? Optional.of(OperationFault.FALSE_SUCCESS)
                        : Optional.empty());
        var cancellation = new Cancellation();
        var executor = new BlockingExecutor(stage.rack(), number, cancellation);

        var report = stage.controlPlane(executor).apply(event -> {}, cancellation);

        assertThat(report.isComplete()).as("cancelled at %d", number).isNotEqualTo(cancellation.isCancelled());
        assertThat(executor.waited()).as("cancelled at %d", number).isIn(List.of(), List.of(LONGEST));
        assertThat(Thread.interrupted()).isFalse();
        return cancellation.isCancelled();
    }

    @AfterEach
    void leavesNoThreadBehind() {
        assertThat(LeftBehind.threads()).isEmpty();
    }
}
