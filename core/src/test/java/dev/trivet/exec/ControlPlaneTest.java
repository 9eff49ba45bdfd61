package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.harness.Canary;
import dev.trivet.harness.Patience;
import dev.trivet.harness.Requirements;
import dev.trivet.harness.StandIns;
import dev.trivet.plan.Continuation;
import dev.trivet.plan.Files;
import dev.trivet.plan.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs over three hosts in rooms, with real scripts and real files. */
@Tag("real-tools")
class ControlPlaneTest {

    private static final Duration PLENTY = Duration.ofMinutes(5);
    private static final String SETTING = "maxconn 8000";
    private static final String HAPROXY_CONFIG = "/etc/haproxy/haproxy.cfg";

    @TempDir
    Path folder;

    @BeforeAll
    static void needsRooms() {
        var missing = Requirements.missing(StandIns.programs());
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    @Test
    void bootstrapsThenWritesNothingThenMendsAndRolls() {
        try (var rack = StandInRack.open(folder)) {
            bootstraps(rack);
            findsNothingToDo(rack);
            mendsWhatDrifted(rack);
            rollsAChange(rack);
            putsBackAChangeThatDoesNotComeUp(rack);
        }
    }

    private static void bootstraps(StandInRack rack) {
        var report = rack.apply(rack.controlPlane(SETTING));
        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(rack.standIns.names("nodes")).containsExactly("m1", "m2", "m3");
        assertThat(rack.standIns.lines("log/inits")).containsExactly("m1 ");
        assertThat(rack.standIns.lines("log/joins")).containsExactly("m2 ", "m3 ");
        assertThat(rack.standIns.names("tokens")).as("tokens that are left").isEmpty();
        for (var room : rack.rooms.values()) {
            assertThat(room.run("find", "/run/trivet", "-type", "f").lines())
                    .containsExactlyInAnyOrder("/run/trivet/held", "/run/trivet/lock");
        }
        assertThat(rack.events.get(0)).isInstanceOf(Event.Planned.class);
        assertThat(rack.events.get(rack.events.size() - 1)).isEqualTo(new Event.Finished(report));
        showsNoSecret(rack, report);
    }

    private static void showsNoSecret(StandInRack rack, Report report) {
        var secrets = rack.standIns.lines("log/secrets");
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(4);
        var shown = Stream.concat(
                        Stream.concat(rack.events.stream(), rack.commands.stream()),
                        Stream.of(report, report.plan().toJson()))
                .map(String::valueOf)
                .toList();
        var planned = rack.commands.stream()
                .flatMap(command -> command.words().stream())
                .toList();
        var running = rack.rooms.keySet().stream()
                .flatMap(master -> rack.standIns.lines("log/cmdlines-" + master).stream())
                .toList();
        assertThat(running)
                .as("what /proc/*/cmdline shows while kubeadm runs and files are put")
                .anyMatch(words -> words.contains("kubeadm join --config"))
                .anyMatch(words -> words.contains("trivet-put"));
        for (String secret : secrets) {
            var canary = Canary.of(secret);
            assertThat(shown).noneMatch(canary::isIn);
            assertThat(planned).noneMatch(canary::isIn);
            assertThat(running).noneMatch(canary::isIn);
        }
    }

    private static void findsNothingToDo(StandInRack rack) {
        var before = rack.rooms.keySet().stream().map(rack::files).toList();
        var report = rack.apply(rack.controlPlane(SETTING));
        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(report.plan().isEmpty()).isTrue();
        assertThat(rack.commands).as("one question a master").hasSize(3);
        assertThat(rack.rooms.keySet().stream().map(rack::files).toList()).isEqualTo(before);
    }

    private static void mendsWhatDrifted(StandInRack rack) {
        rack.at("m2").run("chmod", "644", "/etc/trivet/kubeadm-join.yaml");
        rack.at("m3").run("sh", "-c", "echo drift >>" + HAPROXY_CONFIG);
        var report = rack.apply(rack.controlPlane(SETTING));
        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(report.done())
                .extracting(Step::title)
                .containsExactly(
                        "m2: put 1 file of kubeadm's, which changes nothing that runs",
                        "m3: change 1 file of the running load balancer",
                        "verify the control plane through 192.168.1.50:8443");
        assertThat(text(rack, "m3")).doesNotContain("drift");
    }

    private static String text(StandInRack rack, String master) {
        return rack.at(master).run("cat", HAPROXY_CONFIG);
    }

    private static void rollsAChange(StandInRack rack) {
        var holder = holder(rack).orElseThrow();
        var report = rack.apply(rack.controlPlane("maxconn 9000"));
        assertThat(report.isComplete()).as(report.toString()).isTrue();
        var rolled = report.done().stream()
                .filter(Step.RollBalancer.class::isInstance)
                .map(step -> ((Step.RollBalancer) step).master())
                .toList();
        assertThat(rolled).hasSize(3).last().isEqualTo(holder);
        rack.rooms.keySet().forEach(master -> assertThat(text(rack, master)).contains("maxconn 9000"));
    }

    private static Optional<String> holder(StandInRack rack) {
        var address = rack.cluster.virtualRouter().address().toString();
        return rack.rooms.keySet().stream()
                .filter(name -> rack.at(name).hasAddress(address))
                .findFirst();
    }

    private static void putsBackAChangeThatDoesNotComeUp(StandInRack rack) {
        var manifests = rack.rooms.keySet().stream()
                .map(name -> rack.at(name).run("cat", "/etc/kubernetes/manifests/haproxy.yaml"))
                .toList();
        rack.events.clear();
        var report = rack.controlPlane("broken").apply(event -> {
            rack.events.add(event);
            if (event instanceof Event.Progress progress && progress.message().contains("has not restarted")) {
                rack.time.jump(Duration.ofMinutes(4));
            }
        });
        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.problem()).contains("has not restarted");
            assertThat(failure.remedy()).contains("the files that were there before are back");
        });
        assertThat(report.left()).hasSize(report.plan().steps().size());
        assertThat(rack.rooms.keySet().stream()
                        .map(name -> rack.at(name).run("cat", "/etc/kubernetes/manifests/haproxy.yaml"))
                        .toList())
                .isEqualTo(manifests);
        assertThat(Patience.until(
                        PLENTY, () -> rack.controlPlane("maxconn 9000").plan().isEmpty()))
                .as(rack.controlPlane("maxconn 9000").plan().describe())
                .isTrue();
    }

    @Test
    void goesOnAfterEachWayToFail() {
        try (var rack = StandInRack.open(folder)) {
            explainsWhatKubeadmSays(rack);
            var authority = continuesInitWhereItWasKilled(rack);
            continuesJoinWhereItWasKilled(rack);
            assertThat(rack.at("m3").run("cat", "/etc/kubernetes/pki/ca.crt")).isEqualTo(authority);
            assertThat(rack.standIns.names("members")).containsExactly("m1", "m2", "m3");
            assertThat(rack.standIns.names("tokens")).isEmpty();
            assertThat(rack.controlPlane(SETTING).plan().isEmpty()).isTrue();
        }
    }

    private static void explainsWhatKubeadmSays(StandInRack rack) {
        rack.standIns.write("swap", "");
        var report = rack.apply(rack.controlPlane(SETTING));
        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.problem()).isEqualTo("m1: kubeadm init ended with 1");
            assertThat(failure.phase()).contains("preflight");
            assertThat(failure.remedy()).contains("swapoff");
            assertThat(failure.lastLines()).anyMatch(line -> line.startsWith("[ERROR Swap]"));
        });
        assertThat(report.left()).extracting(Step::title).contains("m1: run kubeadm init", "m2: run kubeadm join");
        assertThat(report.done()).hasSize(6);
        rack.standIns.delete("swap");
    }

    /** Killed twice, further each time; the CA of the first attempt stays. */
    private static String continuesInitWhereItWasKilled(StandInRack rack) {
        killed(rack, "init-certificates", "m1: kubeadm init was killed, or its machine was restarted");
        var authority = rack.at("m1").run("cat", "/etc/kubernetes/pki/ca.crt");
        killed(rack, "init-pods", "m1: kubeadm init was killed, or its machine was restarted");
        assertThat(rack.at("m1").run("cat", "/etc/kubernetes/pki/ca.crt")).isEqualTo(authority);
        return authority;
    }

    private static void killed(StandInRack rack, String moment, String problem) {
        rack.standIns.write("die-at-" + moment, "");
        var report = rack.apply(rack.controlPlane(SETTING));
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    private static void continuesJoinWhereItWasKilled(StandInRack rack) {
        killed(rack, "join-certificates", "m2: kubeadm join was killed, or its machine was restarted");
        assertThat(rack.standIns.lines("log/inits"))
                .hasSize(4)
                .last()
                .asString()
                .contains("FileAvailable--etc-kubernetes-manifests-etcd.yaml", "Port-6443");
        killed(rack, "join-pods", "m2: kubeadm join was killed, or its machine was restarted");
        var report = rack.apply(rack.controlPlane(SETTING));
        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(report.plan().steps())
                .filteredOn(Step.JoinMaster.class::isInstance)
                .extracting(step -> ((Step.JoinMaster) step).continuation())
                .isEqualTo(List.of(Continuation.AGAIN, Continuation.FRESH));
        assertThat(rack.standIns.lines("log/inits")).hasSize(4);
    }

    @Test
    void leavesTheMastersToWhoeverHoldsThem() {
        try (var rack = StandInRack.open(folder)) {
            var executor =
                    LocalExecutor.through(master -> rack.at(master.name()).entrance());
            var held = executor.hold(rack.cluster.masters().get(1), "somebody else");
            assertThat(held).isInstanceOf(HoldResult.Held.class);
            var report = rack.apply(rack.controlPlane(Files.of(rack.cluster)));
            ((HoldResult.Held) held).close();
            assertThat(report.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.problem())
                            .startsWith("m2 is held by another run by somebody else since"));
            assertThat(report.done()).isEmpty();
            rack.rooms
                    .values()
                    .forEach(room -> assertThat(room.run("sh", "-c", "ls /etc")).isEqualTo("machine-id\n"));
        }
    }
}
