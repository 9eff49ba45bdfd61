package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.testing.ClusterSpecs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ports, addresses and files that somebody else has, or that are ours from a run before. */
class TakenPlacesTest {

    private static List<String> against(SeenRack rack) {
        return rack.plan().blockers().stream().map(Blocker::toString).toList();
    }

    private static List<String> against(Consumer<SeenMaster> change) {
        return against(SeenRack.bare().with("m2", change));
    }

    private static void listen(SeenMaster master, int port, String program) {
        master.listeners.add(new ActivityFacts.Listener(port, "*", program));
    }

    private static void putBalancer(SeenMaster master) {
        master.files.put(
                NodeFiles.HAPROXY_MANIFEST, new FileFacts.Present("0", "600", "0:0", Optional.of("name: haproxy\n")));
    }

    @ParameterizedTest
    @CsvSource({
        "6443, kube-apiserver",
        "8443, haproxy",
        "9444, haproxy",
        "10250, kubelet",
        "10257, kube-controller",
        "10259, kube-scheduler",
        "2379, etcd",
        "2380, etcd"
    })
    void aPortIsFreeOrOursFromAKubeadmThatWasCutOff(int port, String program) {
        assertThat(against(m -> listen(m, port, program)))
                .containsExactly("m2: port " + port + " on * is taken by " + program + "; stop " + program
                        + ", or choose another port where the spec has one for it [port-taken]");
        assertThat(against(SeenRack.bare().with("m1", m -> listen(m.broken(JobNames.INIT), port, program))))
                .isEmpty();
        assertThat(against(SeenRack.bare().with("m1", m -> listen(m.broken(JobNames.INIT), port, "nginx"))))
                .hasSize(1);
    }

    @Test
    void aBalancerThatWasPutBeforeKubeadmMayListen() {
        assertThat(against(m -> {
                    putBalancer(m);
                    listen(m, 8443, "haproxy");
                }))
                .isEmpty();
        assertThat(against(m -> {
                    putBalancer(m);
                    listen(m, 10250, "kubelet");
                }))
                .hasSize(1);
        assertThat(against(m -> listen(m, 80, "nginx"))).isEmpty();
    }

    @Test
    void aPortThatKubeadmIsToIgnoreMayBeTaken() {
        var spec = ClusterSpecs.minimal();
        var ignoring = spec.withKubeadm(spec.kubeadm().withIgnorePreflightErrors("port-10250"))
                .validate()
                .orThrow();
        assertThat(against(SeenRack.bare(ignoring).with("m2", m -> {
                    listen(m, 10250, "nginx");
                    listen(m, 10257, "nginx");
                })))
                .singleElement()
                .asString()
                .startsWith("m2: port 10257 on * is taken by nginx");
    }

    @Test
    void aPortIsNamedOnce() {
        assertThat(against(m -> {
                    listen(m, 6443, "nginx");
                    listen(m, 6443, "nginx");
                }))
                .hasSize(1);
    }

    @Test
    void anAddressSetByHandIsNoHoldersAddress() {
        assertThat(against(SeenMaster::holdTheAddress))
                .containsExactly(
                        "m2: it has the virtual IP 192.168.1.50 without keepalived; take it out of the machine's own"
                                + " network configuration [virtual-ip-taken]");
        assertThat(against(m -> {
                    m.holdTheAddress();
                    m.processes.add(new ActivityFacts.RunningProcess("keepalived", 71));
                }))
                .isEmpty();
        assertThat(against(m -> {
                    m.holdTheAddress();
                    m.files.put(
                            NodeFiles.KEEPALIVED_MANIFEST,
                            new FileFacts.Present("0", "600", "0:0", Optional.of("name: keepalived\n")));
                }))
                .isEmpty();
        assertThat(against(
                        SeenRack.bare().with("m1", m -> m.broken(JobNames.INIT).holdTheAddress())))
                .isEmpty();
    }

    @Test
    void aStrangerAtTheAddressIsNamed() {
        var stranger = Optional.of("02:00:00:00:00:01");
        assertThat(against(m -> m.front = new FrontFacts(Answer.YES, stranger, FrontFacts.Kind.NOT_READY)))
                .containsExactly(
                        "m2: it reaches a stranger at the virtual IP 192.168.1.50 (02:00:00:00:00:01); find that"
                                + " machine, or choose another virtual IP [virtual-ip-taken]");
        assertThat(against(m -> m.front = new FrontFacts(Answer.UNKNOWN, Optional.empty(), FrontFacts.Kind.NOT_READY)))
                .containsExactly(
                        "m2: it cannot tell whether somebody has the virtual IP 192.168.1.50; try again in a minute"
                                + " [virtual-ip-unclear]");
        assertThat(against(SeenRack.running()
                        .with(
                                "m2",
                                m -> m.front = new FrontFacts(Answer.YES, stranger, FrontFacts.Kind.OTHER_AUTHORITY))))
                .containsExactly(
                        "m2: behind the virtual IP 192.168.1.50 answers a server whose certificate its CA does not prove for"
                                + " 192.168.1.50:8443; find out which it is: if another cluster's server, whose the address"
                                + " is, or choose another one; if a certificate that has expired, run kubeadm certs renew"
                                + " all on each master and restart its API server; if one that is not for the address,"
                                + " add it to apiServer.certSans, move apiserver.crt and apiserver.key away and make them"
                                + " anew by kubeadm init phase certs apiserver [other-cluster]");
    }

    @Test
    void whatIsInAFilesWayIsNamed() {
        assertThat(against(m -> m.files.put(NodeFiles.HAPROXY_MANIFEST, new FileFacts.Obstructed("a link"))))
                .containsExactly(
                        "m2: /etc/kubernetes/manifests/haproxy.yaml cannot be put: a link; move it away; nothing is"
                                + " written to or through it [file-obstructed]");
    }

    @Test
    void kubeadmsFilesAreAmongTheFiles() {
        var rack = SeenRack.bare();
        assertThat(missing(rack, "m1", NodeFiles.KUBEADM_INIT))
                .containsExactly("m1: /etc/trivet/kubeadm-init.yaml is not among the files; render with"
                        + " Renderers.standard(), or add a renderer for it [artifact-missing]");
        assertThat(missing(rack, "m2", NodeFiles.KUBEADM_JOIN))
                .containsExactly("m2: /etc/trivet/kubeadm-join.yaml is not among the files; render with"
                        + " Renderers.standard(), or add a renderer for it [artifact-missing]");
        var firstIsNew = SeenRack.running().with("m1", m -> {
            m.leavings.clear();
            m.authority = Optional.empty();
            m.addresses.removeIf(local -> local.address().equals("192.168.1.50"));
        });
        firstIsNew
                .withAll(m -> m.members.remove(new EtcdFacts.Member("m1", false)))
                .with("m2", SeenMaster::holdTheAddress);
        assertThat(against(firstIsNew))
                .containsExactly(
                        "m1: /etc/trivet/kubeadm-join.yaml is not among the files; name a running master first in the"
                                + " spec: the first one's file is for init [artifact-missing]");
    }

    private static List<String> missing(SeenRack rack, String master, String path) {
        var files = new LinkedHashMap<String, List<Artifact>>();
        rack.names()
                .forEach(name -> files.put(
                        name,
                        rack.artifacts.of(name).stream()
                                .filter(file ->
                                        !name.equals(master) || !file.path().equals(path))
                                .toList()));
        return Plan.between(rack.cluster, new Artifacts(files), rack.observation()).blockers().stream()
                .map(Blocker::toString)
                .toList();
    }
}
