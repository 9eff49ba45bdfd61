package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trivet.artifact.FileMode;
import dev.trivet.exec.HoldResult;
import dev.trivet.exec.Inquiry;
import dev.trivet.exec.Inspection;
import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.FailoverModel;
import dev.trivet.failover.Fault;
import dev.trivet.failover.Replay;
import dev.trivet.plan.Answer;
import dev.trivet.plan.Blocker;
import dev.trivet.plan.BlockerKind;
import dev.trivet.plan.FrontFacts;
import dev.trivet.spec.Cluster;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RackFaultsTest {

    private static final Cluster CLUSTER = Racks.cluster(3);

    @Property(tries = 60)
    void theAddressGoesWhereTheModelSays(@ForAll("faults") List<Fault> faults) {
        var rack = Racks.running(CLUSTER);
        var replay = Replay.of(FailoverModel.standard(CLUSTER));
        for (Fault fault : faults) {
            rack.fail(fault);
            rack.pass(Duration.ofSeconds(10));
            var outcome = replay.apply(fault);
            assertThat(rack.holder().stream().toList()).as(faults + "\n" + rack).isEqualTo(outcome.holders());
            assertThat(rack.isServed()).as(faults + "\n" + rack).isEqualTo(outcome.served());
        }
    }

    @Provide
    Arbitrary<List<Fault>> faults() {
        var masters = Arbitraries.of("m1", "m2", "m3");
        var components = Arbitraries.of(Component.NODE, Component.HAPROXY, Component.API_SERVER);
        var conditions = Arbitraries.of(Condition.UP, Condition.DOWN, Condition.FROZEN);
        return Combinators.combine(masters, components, conditions)
                .as(Fault::new)
                .list()
                .ofMaxSize(6);
    }

    @Test
    void withoutAQuorumNobodyIsServed() {
        var rack = Racks.running(CLUSTER);

        rack.fail(new Fault("m2", Component.NODE, Condition.DOWN));
        assertThat(rack.isServed()).isTrue();
        rack.fail(new Fault("m3", Component.NODE, Condition.DOWN));

        assertThat(rack.isServed()).isFalse();
        var facts = Racks.facts(rack, CLUSTER, "m1");
        assertThat(facts.services().apiServerReady()).isEqualTo(Answer.NO);
        assertThat(facts.services().etcd().members()).isEmpty();
        assertThat(rack.inspect(Racks.master(CLUSTER, "m2"), new Inquiry(CLUSTER, List.of())))
                .isInstanceOf(Inspection.Silent.class);
        assertThat(rack.toString()).contains("does not answer");
    }

    @Test
    void whatHangsGivesNoClearAnswer() {
        var rack = Racks.running(CLUSTER);
        rack.fail(new Fault("m1", Component.API_SERVER, Condition.FROZEN));
        rack.fail(new Fault("m1", Component.HAPROXY, Condition.FROZEN));

        var facts = Racks.facts(rack, CLUSTER, "m1");

        assertThat(facts.services().apiServerReady()).isEqualTo(Answer.UNKNOWN);
        assertThat(facts.services().balancerReady()).isEqualTo(Answer.UNKNOWN);
        assertThat(rack.holder()).contains("m2");
        assertThat(facts.services().front().kind()).isEqualTo(FrontFacts.Kind.READY);
    }

    @Test
    void aRestartLosesWhatIsInMemoryAndEndsAHold() {
        var rack = Racks.running(CLUSTER);
        var hold = (HoldResult.Held) rack.hold(Racks.master(CLUSTER, "m1"), "someone");
        var machine = rack.machine("m1");
        machine.write("/run/trivet/lock", FileMode.PRIVATE, "");

        machine.reboot();

        assertThat(hold.isHeld()).isFalse();
        assertThat(machine.file("/run/trivet/lock")).isEmpty();
        assertThat(machine.pods()).isEmpty();
        assertThat(rack.holder()).contains("m2");
        rack.pass(Duration.ofMinutes(1));
        assertThat(machine.pods()).hasSize(6);
        assertThat(machine.toString()).contains("m1 master voter");
    }

    @Test
    void whoHoldsAMasterKeepsOthersOut() {
        var rack = InMemoryExecutor.of(CLUSTER);
        rack.hold(Racks.master(CLUSTER, "m2"), "another");

        var report = Racks.controlPlane(CLUSTER, rack).apply(event -> {});

        assertThat(report.failures()).anyMatch(failure -> failure.problem().contains("held by another run by another"));
        assertThat(rack.counts().writes()).isZero();
    }

    @Test
    void aClockAheadAndALinkStandAgainstAPlan() {
        var rack = InMemoryExecutor.of(CLUSTER);
        rack.machine("m2").setClockAhead(Duration.ofHours(1));
        rack.machine("m3").link("/etc/haproxy");

        var plan = Racks.controlPlane(CLUSTER, rack).plan();

        assertThat(plan.blockers())
                .extracting(Blocker::kind)
                .contains(BlockerKind.CLOCKS_APART, BlockerKind.FILE_OBSTRUCTED);
        rack.machine("m3").delete("/etc/haproxy");
        rack.machine("m2").setClockAhead(Duration.ZERO);
        assertThat(Racks.controlPlane(CLUSTER, rack).plan().blockers()).isEmpty();
    }

    @Test
    void anUnknownMasterIsRefused() {
        var rack = InMemoryExecutor.of(CLUSTER);

        assertThatThrownBy(() -> rack.machine("m9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m9");
        assertThat(rack.machine("m1").name()).isEqualTo("m1");
    }
}
