package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kubeadm left is one cluster, and a running one changes only in what may differ for a while. */
class OneClusterTest {

    private static final String RESET =
            "check the spec's addresses; where it is to be given up, run kubeadm reset there";

    private static final String OTHER_ENDPOINT =
            "the spec's is at https://192.168.1.50:8443; check the spec's addresses; a"
                    + " cluster's endpoint cannot be changed: if this is the cluster, write its endpoint into the spec [other-cluster]";

    private static List<String> against(SeenRack rack) {
        return rack.plan().blockers().stream().map(Blocker::toString).toList();
    }

    @Test
    void nobodyElsesLeavingsAreTouched() {
        assertThat(against(SeenRack.bare().with("m2", m -> m.leavings.addAll(List.of("/b", "/a")))))
                .containsExactly("m2: kubeadm has been here before, not for Trivet, and no API server says that it is a"
                        + " master: [/a, /b]; start its API server if it is one of this cluster's masters; " + RESET
                        + " [unclear-leavings]");
        assertThat(against(SeenRack.bare().with("m2", m -> {
                    m.leavings.add("/a");
                    m.authority = Optional.of(new Authority("x", "sha256:1"));
                })))
                .hasSize(1);
    }

    @Test
    void aMasterOfAnotherEndpointIsAnothersMaster() {
        assertThat(against(SeenRack.running().with("m2", m -> m.endpoint = Optional.of("https://192.168.9.9:8443"))))
                .containsExactly("m2: it is a master of the cluster at https://192.168.9.9:8443, " + OTHER_ENDPOINT);
        assertThat(against(SeenRack.running().with("m2", m -> m.endpoint = Optional.empty())))
                .isEmpty();
        assertThat(against(SeenRack.running().with("m2", m -> {
                    m.endpoint = Optional.empty();
                    m.front = new FrontFacts(Answer.YES, Optional.empty(), FrontFacts.Kind.NOT_READY);
                })))
                .containsExactly("m2: it is a master of the cluster at an unknown endpoint, " + OTHER_ENDPOINT);
    }

    /** The virtual IP was mistyped, init waited for it and ended, and the spec was corrected. */
    @ParameterizedTest
    @CsvSource({"m1, kubeadm-init", "m2, kubeadm-join"})
    void whatWasBegunForAnotherEndpointIsNotGoneOnWith(String name, String job) {
        var rack = job.equals(JobNames.INIT) ? SeenRack.bare() : SeenRack.running();
        rack.with(name, m -> {
            m.broken(job);
            m.endpoint = Optional.of("https://192.168.1.5:8443");
        });
        var begun = name + ": kubeadm has begun here for the endpoint https://192.168.1.5:8443, the spec's is at"
                + " https://192.168.1.50:8443; write the old endpoint back into the spec, or run kubeadm reset there"
                + " [other-cluster]";
        assertThat(against(rack)).containsExactly(begun);
        assertThat(against(rack.with(name, m -> m.jobs.put(job, new JobStatus.Running()))))
                .containsExactly(begun);
        assertThat(against(rack.with(name, m -> m.endpoint = Optional.of("https://192.168.1.50:8443"))))
                .isEmpty();
        assertThat(against(rack.with(name, m -> m.endpoint = Optional.empty()))).isEmpty();
    }

    @Test
    void allHaveTheFoundersAuthority() {
        var other = Optional.of(new Authority("x", "sha256:1"));
        assertThat(against(SeenRack.running().with("m2", m -> m.authority = other)))
                .singleElement()
                .asString()
                .startsWith("m2: its CA sha256:1 is not that of m1, " + SeenMaster.AUTHORITY.toString());
        assertThat(against(SeenRack.running().with("m2", m -> m.authority = Optional.empty())))
                .isEmpty();
        assertThat(against(SeenRack.running().with("m1", m -> m.authority = Optional.empty())))
                .hasSize(2)
                .allMatch(line -> line.contains("is not that of m1, which has none yet; "));
    }

    @Test
    void initBelongsToTheFirst() {
        assertThat(against(SeenRack.bare().with("m2", m -> m.broken(JobNames.INIT))))
                .containsExactly(
                        "m2: kubeadm init has begun here, but the spec's first master is m1; name m2 first, or run"
                                + " kubeadm reset there [other-first-master]");
        assertThat(against(SeenRack.bare().with("m1", m -> m.broken(JobNames.INIT))))
                .isEmpty();
    }

    @Test
    void aJoinHasSomethingToJoin() {
        assertThat(against(SeenRack.bare().with("m2", m -> m.broken(JobNames.JOIN))))
                .containsExactly("m2: kubeadm join has begun here, but no master of the spec has a cluster; " + RESET
                        + " [unclear-leavings]");
        assertThat(against(SeenRack.bare()
                        .with("m1", m -> m.broken(JobNames.INIT))
                        .with("m2", m -> m.broken(JobNames.JOIN))))
                .containsExactly(
                        "m2: kubeadm join has begun here, but m1 is not initialised; " + RESET + " [unclear-leavings]");
        assertThat(against(SeenRack.bare().with("m2", m -> m.jobs.put(JobNames.JOIN, new JobStatus.Running()))))
                .hasSize(1);
    }

    @Test
    void etcdHasNoMemberThatTheSpecDoesNotName() {
        assertThat(against(SeenRack.running().with("m2", m -> m.members.add(new EtcdFacts.Member("m4", true)))))
                .containsExactly("etcd has members that the spec does not name: m4; left alone, they would hold the"
                        + " virtual IP beside ours; name them in the spec; or first run kubeadm reset on each, which takes"
                        + " it out of etcd and stops its keepalived (etcdctl member remove on another, where the machine"
                        + " is gone) [master-not-in-spec]");
        assertThat(against(SeenRack.running().with("m2", m -> m.members.add(new EtcdFacts.Member("", true)))))
                .isEmpty();
    }

    @Test
    void aBareMasterIsNoMemberAnyMore() {
        var rack = SeenRack.running().with("m3", m -> m.leavings.clear());
        assertThat(against(rack))
                .containsExactly("m3: etcd still has a member of this name, but its data is not here any more; on a"
                        + " running master, find it by etcdctl member list and take it out by etcdctl member remove; then"
                        + " run again [stale-member]");
        assertThat(against(rack.withAll(m -> m.members.remove(new EtcdFacts.Member("m3", false)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "virtual_router_id 50, virtual_router_id 51, virtual router id",
        "vrrp_version 3, vrrp_version 2, VRRP version",
        "advert_int 300, advert_int 500, advertisement interval",
        "unicast_peer, multicast_peer, way to reach its peers (unicast or multicast)",
        "advert_int 300, '    auth_pass old\n    advert_int 300', authentication"
    })
    void whatAllMustAgreeOnChangesOnOneAtMost(String now, String before, String name) {
        assertThat(against(changed(text -> text.replace(now, before), "m2", "m3")))
                .containsExactly(
                        "the " + name + " would change on m2, m3, and while masters differ in it, more than one holds"
                                + " the virtual IP; keep the old value in the spec [not-rollable]");
        assertThat(against(changed(text -> text.replace(now, before), "m2"))).isEmpty();
    }

    @Test
    void whoIsToBecomeAMasterSpeaksOnceItsKeepalivedRuns() {
        var rack = changed(text -> text.replace("virtual_router_id 50", "virtual_router_id 51"), "m1", "m2")
                .with("m2", m -> m.broken(JobNames.JOIN))
                .with("m3", m -> m.leavings.clear())
                .withAll(m -> m.members.remove(new EtcdFacts.Member("m3", false)));
        assertThat(against(rack)).isEmpty();
        var speaking = rack.with("m2", m -> m.processes.add(new ActivityFacts.RunningProcess("keepalived", 71)));
        assertThat(against(speaking))
                .singleElement()
                .asString()
                .startsWith("the virtual router id would change on m1, m2, and while masters differ in it");
        assertThat(against(speaking.with("m2", m -> m.files.remove(NodeFiles.KEEPALIVED_MANIFEST))))
                .isEmpty();
    }

    @Test
    void whatMayDifferForAWhileIsRolled() {
        assertThat(against(changed(text -> text + "# old\n", "m1", "m2", "m3"))).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadMaySayAnything() {
        var rack = SeenRack.running()
                .withAll(m -> m.files.put(
                        NodeFiles.KEEPALIVED_CONFIG, new FileFacts.Present("0", "600", "0:0", Optional.empty())));
        assertThat(against(rack)).hasSize(5).allMatch(line -> line.endsWith("[not-rollable]"));
        assertThat(against(rack.withAll(m -> m.files.put(NodeFiles.KEEPALIVED_CONFIG, new FileFacts.Absent()))))
                .isEmpty();
    }

    private static SeenRack changed(UnaryOperator<String> before, String... masters) {
        var rack = SeenRack.running();
        for (String name : masters) {
            rack.with(name, m -> {
                var artifact = rack.artifacts.of(name, NodeFiles.KEEPALIVED_CONFIG);
                m.put(artifact, before.apply(artifact.text()));
            });
        }
        return rack;
    }
}
