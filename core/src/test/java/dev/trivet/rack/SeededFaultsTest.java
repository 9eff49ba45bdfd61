package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Many faults in one bootstrap, chosen by a seed: what was cut off again and again, completes when the trouble is over. */
class SeededFaultsTest {

    private static final OperationFault[] FAULTS = OperationFault.values();

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void convergesWhenTheTroubleIsOver(@ForAll long seed) {
        var cluster = Racks.cluster(3);
        var rack = InMemoryExecutor.of(cluster);
        rack.onOperation(operation -> fault(seed, operation));
        for (int run = 0; run < 3; run++) {
            Racks.controlPlane(cluster, rack).apply(event -> {});
        }
        rack.onOperation(operation -> Optional.empty());
        rack.pass(Duration.ofMinutes(10));

        var report = Racks.controlPlane(cluster, rack).apply(event -> {});
        assertThat(report.isComplete()).as(report + "\n" + rack).isTrue();
        assertThat(rack.counts().inits()).isOne();
        assertThat(rack.counts().joins()).isEqualTo(2);
        var before = rack.counts();
        Racks.controlPlane(cluster, rack).apply(event -> {});
        assertThat(rack.counts()).isEqualTo(before);
    }

    /** By the number on the master, which does not hang on how threads take turns. */
    private static Optional<OperationFault> fault(long seed, Operation operation) {
        var random = new Random(Objects.hash(seed, operation.master(), operation.numberThere()));
        return random.nextInt(12) == 0 ? Optional.of(FAULTS[random.nextInt(FAULTS.length)]) : Optional.empty();
    }
}
