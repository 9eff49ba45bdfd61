package dev.trivet.rack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.FileMode;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Inquiry;
import dev.trivet.exec.Inspection;
import dev.trivet.plan.Identity;
import dev.trivet.plan.MasterFacts;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A speaker with another virtual router id hears nobody, and takes the address beside the one that has it. */
class LoneSpeakerTest {

    private static final Cluster CLUSTER = Racks.cluster(3);
    private static final String LONE = "virtual_router_id 51\n";

    @Test
    void isMendedAlthoughTwoHoldTheAddress() {
        var rack = Racks.running(CLUSTER);
        var executor = new SplitRack(rack);
        rack.machine("m3").write(Racks.KEEPALIVED, FileMode.PRIVATE, LONE);
        assertThat(executor.controlPlane().observe().holdersOf("192.168.1.50")).containsExactly("m1", "m3");

        var report = executor.controlPlane().apply(event -> {});

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(executor.controlPlane().observe().holdersOf("192.168.1.50")).containsExactly("m1");
    }

    @Test
    void isWaitedForBeforeAnotherIsTakenOut() {
        var rack = Racks.running(CLUSTER);
        var executor = new SplitRack(rack);
        rack.machine("m3").write(Racks.KEEPALIVED, FileMode.PRIVATE, LONE);
        rack.machine("m2").write(Racks.HAPROXY, FileMode.PUBLIC, "changed by hand\n");

        var report = executor.controlPlane().apply(event -> {});

        assertThat(report.failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.problem()).isEqualTo("after 120 s still: the virtual IP is on m1 and m3"));
        assertThat(rack.machine("m2").file(Racks.HAPROXY)).contains("changed by hand\n");
    }

    /** The rack's own election knows nothing of virtual router ids. */
    private record SplitRack(InMemoryExecutor rack) implements OverRack {

        ControlPlane controlPlane() {
            return ControlPlane.of(CLUSTER, Racks.artifacts(CLUSTER)).over(this);
        }

        @Override
        public Inspection inspect(Master master, Inquiry inquiry) {
            var seen = rack.inspect(master, inquiry);
            boolean isLone = rack.machine(master.name())
                    .file(Racks.KEEPALIVED)
                    .filter(LONE::equals)
                    .isPresent();
            return isLone && seen instanceof Inspection.Answered answered
                    ? new Inspection.Answered(withTheAddress(master, answered.facts()))
                    : seen;
        }

        private static MasterFacts withTheAddress(Master master, MasterFacts facts) {
            var identity = facts.identity();
            var addresses = new ArrayList<>(identity.addresses());
            addresses.add(new Identity.LocalAddress(master.networkInterface(), "192.168.1.50"));
            return new MasterFacts(
                    new Identity(identity.machineId(), identity.hostName(), addresses, identity.hardwareAddresses()),
                    facts.host(),
                    facts.files(),
                    facts.kubeadm(),
                    facts.activity(),
                    facts.runtime(),
                    facts.services());
        }
    }
}
