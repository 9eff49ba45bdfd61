package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.FileMode;
import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Discovery;
import dev.trivet.exec.Event;
import dev.trivet.plan.Step;
import dev.trivet.spec.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void bareMachinesBecomeAControlPlane(int masters) {
        var cluster = Racks.cluster(masters);
        var rack = InMemoryExecutor.of(cluster);

        var report = Racks.controlPlane(cluster, rack).apply(event -> {});

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(rack.holder()).contains("m1");
        assertThat(rack.isServed()).isTrue();
        assertThat(rack.counts().inits()).isOne();
        assertThat(rack.counts().joins()).isEqualTo(masters - 1);
        assertThat(rack.toString().lines().skip(1)).hasSize(masters).allMatch(line -> line.contains("voter"));
    }

    @ParameterizedTest
    @EnumSource(Discovery.class)
    void joiningMastersFindTheClusterEitherWay(Discovery discovery) {
        var cluster = Racks.cluster(3);
        var rack = InMemoryExecutor.of(cluster);

        Racks.controlPlane(cluster, rack)
                .withDiscovery(discovery)
                .apply(event -> {})
                .orThrow();

        assertThat(rack.counts().joins()).isEqualTo(2);
    }

    @Test
    void aSecondRunPlansNothingAndWritesNothing() {
        var cluster = Racks.cluster(3);
        var rack = Racks.running(cluster);
        var before = rack.counts();
        var files = rack.machine("m2").files();

        var report = Racks.controlPlane(cluster, rack).apply(event -> {});

        assertThat(report.plan().isEmpty()).isTrue();
        assertThat(rack.counts()).isEqualTo(before);
        assertThat(rack.machine("m2").files()).isEqualTo(files);
    }

    @Test
    void noSecretIsInAnEventOrLeftBehind() {
        var cluster = Racks.cluster(3);
        var rack = InMemoryExecutor.of(cluster);
        var events = new ArrayList<String>();

        Racks.controlPlane(cluster, rack)
                .apply(event -> events.add(
                        event instanceof Event.Planned planned
                                ? planned.plan().describe() + planned.plan().toJson()
                                : event.toString()))
                .orThrow();

        assertThat(rack.secrets()).hasSizeGreaterThanOrEqualTo(5);
        var texts = new ArrayList<>(events);
        rack.operations().forEach(operation -> texts.add(operation.toString()));
        for (String master : List.of("m1", "m2", "m3")) {
            var machine = rack.machine(master);
            machine.files().forEach(path -> texts.add(machine.file(path).orElseThrow()));
        }
        assertThat(String.join("\n", texts)).doesNotContain(rack.secrets());
    }

    @Test
    void noTokenIsLeft() {
        var cluster = Racks.cluster(3);
        assertThat(tokens(cluster, Racks.running(cluster))).isEmpty();
    }

    /** A run that is killed does not come to it either. */
    @Test
    void tokensThatCouldNotBeDeletedAtTheirTimeAreDeletedAtLast() {
        var cluster = Racks.cluster(3);
        var rack = InMemoryExecutor.of(cluster);
        var left = new ArrayList<String>();
        rack.onOperation(operation -> losesWord(operation, left));

        var report = Racks.controlPlane(cluster, rack).apply(event -> {});

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(left).hasSize(3);
        assertThat(tokens(cluster, rack)).isEmpty();
    }

    private static Optional<OperationFault> losesWord(Operation operation, List<String> left) {
        boolean revokes = operation.what().startsWith("kubeadm token")
                && !operation.what().contains("create")
                && left.size() < 3;
        if (revokes) {
            left.add(operation.toString());
        }
        return revokes ? Optional.of(OperationFault.FALSE_SUCCESS) : Optional.empty();
    }

    /** Of people's own tokens, none is touched after the beginning. */
    @Test
    void tokensOfOthersStay() {
        var cluster = Racks.cluster(3);
        var rack = Racks.running(cluster);
        run(cluster, rack, "token", "create", "--description", "for a worker");
        rack.machine("m2").write(Racks.HAPROXY, FileMode.PUBLIC, "changed by hand\n");

        assertThat(Racks.controlPlane(cluster, rack).apply(event -> {}).done()).isNotEmpty();

        assertThat(tokens(cluster, rack)).singleElement().asString().contains("for a worker");
    }

    private static List<String> tokens(Cluster cluster, InMemoryExecutor rack) {
        return run(cluster, rack, "token", "list").lines().skip(1).toList();
    }

    private static String run(Cluster cluster, InMemoryExecutor rack, String... arguments) {
        var result = rack.run(Racks.master(cluster, "m1"), Command.of("kubeadm", arguments), line -> {});
        return ((CommandResult.Finished) result).output();
    }

    @Test
    void aDriftedFileIsPutBackAndNothingElseIsTouched() {
        var cluster = Racks.cluster(3);
        var rack = Racks.running(cluster);
        var kept = rack.machine("m2").file(Racks.HAPROXY);
        rack.machine("m2").write(Racks.HAPROXY, FileMode.PUBLIC, "changed by hand\n");
        rack.machine("m2").reboot();
        rack.pass(Duration.ofMinutes(2));
        assertThat(rack.machine("m2").runsAsConfigured()).isTrue();
        var plan = Racks.controlPlane(cluster, rack).plan();

        Racks.controlPlane(cluster, rack).apply(event -> {}).orThrow();

        assertThat(rack.machine("m2").runsAsConfigured()).isTrue();
        assertThat(plan.steps()).extracting(Step::title).contains("m2: change 1 file of the running load balancer");
        assertThat(rack.machine("m2").file(Racks.HAPROXY)).isEqualTo(kept);
        assertThat(rack.machine("m2").file("/var/lib/trivet/previous" + Racks.HAPROXY))
                .contains("changed by hand\n");
    }

    @Test
    void aChangedBalancerIsRolledHolderLast() {
        var cluster = Racks.cluster(3);
        var rack = Racks.running(cluster);
        var changed = Racks.artifacts(cluster, "global\n  maxconn 9000\n");

        var report = ControlPlane.of(cluster, changed).over(rack).apply(event -> {});

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(report.plan().steps())
                .filteredOn(Step.RollBalancer.class::isInstance)
                .extracting(step -> ((Step.RollBalancer) step).master())
                .containsExactly("m2", "m3", "m1");
        assertThat(rack.machine("m1").file(Racks.HAPROXY))
                .hasValueSatisfying(text -> assertThat(text).contains("9000"));
    }

    @Test
    void brokenBalancersAreMendedBeforeOneThatServes() {
        var cluster = Racks.cluster(3);
        var rack = Racks.running(cluster);
        rack.machine("m3").delete(Racks.HAPROXY_MANIFEST);
        rack.machine("m2").delete(Racks.KEEPALIVED_MANIFEST);
        rack.machine("m1").write(Racks.HAPROXY, FileMode.PUBLIC, "changed by hand\n");

        var report = Racks.controlPlane(cluster, rack).apply(event -> {});

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(report.plan().steps())
                .filteredOn(Step.RollBalancer.class::isInstance)
                .extracting(step -> ((Step.RollBalancer) step).master())
                .containsExactly("m2", "m3", "m1");
    }

    @Test
    void balancersAreMendedWhereNoneRunsAnyMore() {
        var cluster = Racks.cluster(3);
        var rack = Racks.running(cluster);
        for (String master : List.of("m1", "m2", "m3")) {
            rack.machine(master).delete(Racks.HAPROXY_MANIFEST);
            rack.machine(master).delete(Racks.KEEPALIVED_MANIFEST);
        }
        assertThat(rack.isServed()).isFalse();

        var report = Racks.controlPlane(cluster, rack).apply(event -> {});

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(rack.isServed()).isTrue();
    }
}
