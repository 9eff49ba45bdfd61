package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reason against a plan, alone. */
class BlockersTest {

    private static Arguments bare(BlockerKind kind, Consumer<SeenMaster> change) {
        return Arguments.of(kind, SeenRack.bare().with("m2", change));
    }

    private static Arguments running(BlockerKind kind, Consumer<SeenMaster> change) {
        return Arguments.of(kind, SeenRack.running().with("m2", change));
    }

    static Stream<Arguments> blockers() {
        return Stream.of(
                bare(BlockerKind.UNREACHABLE, m -> m.silent = Optional.of("no route")),
                bare(BlockerKind.SAME_MACHINE, m -> m.machineId = "id-of-m1"),
                bare(BlockerKind.ADDRESS_MISSING, m -> m.addresses.clear()),
                bare(BlockerKind.CLOCKS_APART, m -> m.ahead = Duration.ofSeconds(31)),
                bare(BlockerKind.KUBEADM_VERSION, m -> m.kubeadm = Optional.of("v1.30.1")),
                bare(BlockerKind.KUBEADM_VERSION, m -> m.kubeadm = Optional.empty()),
                bare(BlockerKind.COMMAND_MISSING, m -> m.missingCommands.add("conntrack")),
                bare(BlockerKind.KERNEL_SETTING, m -> m.kernel.put("net/ipv4/ip_forward", "0")),
                bare(BlockerKind.SWAP, m -> m.swapping = Answer.YES),
                bare(BlockerKind.SWAP, m -> m.swapping = Answer.UNKNOWN),
                bare(BlockerKind.RUNTIME_DOWN, m -> m.runtime = Answer.NO),
                bare(BlockerKind.PORT_TAKEN, m -> m.listeners.add(new ActivityFacts.Listener(8443, "*", "nginx"))),
                bare(BlockerKind.PORT_TAKEN, m -> m.listeners.add(new ActivityFacts.Listener(8443, "*", "haproxy"))),
                bare(BlockerKind.PORT_TAKEN, m -> m.listeners.add(new ActivityFacts.Listener(10250, "*", "kubelet"))),
                bare(
                        BlockerKind.FILE_OBSTRUCTED,
                        m -> m.files.put(NodeFiles.HAPROXY_MANIFEST, new FileFacts.Obstructed("a link"))),
                bare(BlockerKind.UNCLEAR_LEAVINGS, m -> m.leavings.add("/etc/kubernetes/admin.conf")),
                bare(BlockerKind.UNCLEAR_LEAVINGS, m -> m.broken(JobNames.JOIN)),
                bare(BlockerKind.OTHER_FIRST_MASTER, m -> m.broken(JobNames.INIT)),
                bare(BlockerKind.VIRTUAL_IP_TAKEN, m -> m.front = front(Answer.YES)),
                bare(BlockerKind.VIRTUAL_IP_UNCLEAR, m -> m.front = front(Answer.UNKNOWN)),
                bare(BlockerKind.VIRTUAL_IP_TAKEN, SeenMaster::holdTheAddress),
                running(BlockerKind.UNREACHABLE, m -> m.silent = Optional.of("no route")),
                running(BlockerKind.OTHER_CLUSTER, m -> m.authority = Optional.of(new Authority("x", "sha256:1"))),
                running(BlockerKind.OTHER_CLUSTER, m -> m.endpoint = Optional.of("https://192.168.9.9:8443")),
                running(
                        BlockerKind.OTHER_CLUSTER,
                        m -> m.front = new FrontFacts(Answer.YES, Optional.empty(), FrontFacts.Kind.OTHER_AUTHORITY)),
                running(BlockerKind.UNCLEAR_LEAVINGS, m -> m.marked = Answer.UNKNOWN));
    }

    private static FrontFacts front(Answer occupied) {
        return new FrontFacts(occupied, Optional.of("02:00:00:00:00:01"), FrontFacts.Kind.NOT_READY);
    }

    @ParameterizedTest
    @MethodSource("blockers")
    void standsAloneAgainstEverything(BlockerKind kind, SeenRack rack) {
        var plan = rack.plan();
        assertThat(plan.blockers()).extracting(Blocker::kind).containsOnly(kind);
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.isEmpty()).isFalse();
        assertThat(plan.describe()).contains("nothing may be written", kind.id());
    }

    @Test
    void aRunningMasterIsNotAskedForWhatOnlyNewOnesNeed() {
        var rack = SeenRack.running().withAll(m -> {
            m.swapping = Answer.YES;
            m.kubeadm = Optional.empty();
            m.missingCommands.add("conntrack");
            m.listeners.add(new ActivityFacts.Listener(6443, "*", "kube-apiserver"));
        });
        assertThat(rack.plan().isEmpty()).isTrue();
    }

    @Test
    void whatAllSpeakersAgreeOnIsNotRolled() {
        var rack = SeenRack.running();
        rack.withAll(m -> {
            var artifact = rack.artifacts.of(m.master.name(), NodeFiles.KEEPALIVED_CONFIG);
            m.put(artifact, artifact.text().replace("virtual_router_id 50", "virtual_router_id 51"));
        });
        assertThat(rack.plan().blockers()).extracting(Blocker::kind).containsExactly(BlockerKind.NOT_ROLLABLE);
    }

    @Test
    void oneSpeakerThatDiffersFromAllOthersIsMended() {
        var rack = SeenRack.running();
        rack.with("m3", m -> {
            var artifact = rack.artifacts.of("m3", NodeFiles.KEEPALIVED_CONFIG);
            m.put(artifact, artifact.text().replace("virtual_router_id 50", "virtual_router_id 51"));
        });
        assertThat(rack.plan().blockers()).isEmpty();
        assertThat(rack.plan().steps()).hasSize(2);
    }

    @Test
    void aNeighbourThatIsOneOfOursIsNoStranger() {
        var rack = SeenRack.bare()
                .with(
                        "m2",
                        m -> m.front =
                                new FrontFacts(Answer.UNKNOWN, Optional.of("mac-of-m1"), FrontFacts.Kind.NOT_READY));
        assertThat(rack.plan().blockers()).isEmpty();
    }
}
