package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Report;
import dev.trivet.plan.JobNames;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to one operation of a bootstrap, or from one on: another run completes it, and the run after writes nothing. */
class CutOffTest {

    private final Cluster cluster = Racks.cluster(3);

    @ParameterizedTest
    @EnumSource(OperationFault.class)
    void oneOperationGoesWrong(OperationFault fault) {
        numbers()
                .forEach(number -> judge(
                        fault + " at " + number,
                        rack -> rack.onOperation(
                                operation -> operation.number() == number ? Optional.of(fault) : Optional.empty())));
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE", "CUT_DURING", "CUT_AFTER", "DISK_FULL", "READ_ONLY"})
    void everythingGoesWrongFromAnOperationOn(OperationFault fault) {
        numbers()
                .forEach(number -> judge(
                        fault + " from " + number,
                        rack -> rack.onOperation(
                                operation -> operation.number() >= number ? Optional.of(fault) : Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {JobNames.INIT, JobNames.JOIN})
    void kubeadmIsKilledAtAnySecond(String job) {
        IntStream.range(0, 25)
                .forEach(seconds -> judge(
                        job + " killed after " + seconds + " s",
                        rack -> rack.onOperation(operation -> {
                            if (operation.kind() == Operation.Kind.START
                                    && operation.what().equals(job)) {
                                rack.after(
                                        Duration.ofSeconds(seconds).plusMillis(500),
                                        () -> rack.machine(operation.master()).kill(job));
                            }
                            return Optional.empty();
                        })));
    }

    @Test
    void theMachineRestartsAtAnySecondOfKubeadm() {
        Stream.of("m1", "m3")
                .forEach(master -> IntStream.range(0, 25)
                        .forEach(seconds -> judge(
                                master + " restarted after " + seconds + " s",
                                rack -> rack.onOperation(operation -> {
                                    if (operation.kind() == Operation.Kind.START
                                            && operation.master().equals(master)) {
                                        rack.after(
                                                Duration.ofSeconds(seconds).plusMillis(500),
                                                rack.machine(master)::reboot);
                                    }
                                    return Optional.empty();
                                }))));
    }

    private IntStream numbers() {
        return IntStream.rangeClosed(1, Racks.running(cluster).operations().size());
    }

    private void judge(String name, Consumer<InMemoryExecutor> trouble) {
        var rack = InMemoryExecutor.of(cluster);
        var events = new ArrayList<String>();
        trouble.accept(rack);
        var first = apply(rack, events);
        rack.onOperation(operation -> Optional.empty());
        rack.pass(Duration.ofMinutes(1));

        var second = apply(rack, events);
        assertThat(second.isComplete())
                .as(name + "\n" + first + "\n" + second + "\n" + rack)
                .isTrue();
        assertThat(rack.isServed()).as(name).isTrue();
        assertThat(rack.counts().inits()).as(name).isOne();
        assertThat(rack.counts().joins()).as(name).isEqualTo(2);
        for (Master master : cluster.masters()) {
            assertThat(rack.machine(master.name()).files())
                    .filteredOn(CutOffTest::isManifest)
                    .hasSize(6);
        }

        var before = rack.counts();
        var third = apply(rack, events);
        assertThat(third.plan().isEmpty()).as(name + "\n" + third).isTrue();
        assertThat(rack.counts()).as(name).isEqualTo(before);
        assertThat(String.join("\n", events)).as(name).doesNotContain(rack.secrets());
    }

    private static boolean isManifest(String path) {
        return path.startsWith("/etc/kubernetes/manifests/");
    }

    private Report apply(InMemoryExecutor rack, List<String> events) {
        return Racks.controlPlane(cluster, rack).apply(event -> events.add(event.toString()));
    }
}
