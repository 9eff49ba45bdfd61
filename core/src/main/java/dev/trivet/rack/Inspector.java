package dev.trivet.rack;

import dev.trivet.artifact.Artifact;
import dev.trivet.exec.Inquiry;
import dev.trivet.plan.Answer;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.Hashes;
import dev.trivet.plan.HostFacts;
import dev.trivet.plan.Identity;
import dev.trivet.plan.KubeadmFacts;
import dev.trivet.plan.MasterFacts;
import dev.trivet.plan.RuntimeFacts;
import dev.trivet.spec.VirtualAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at a machine. */
record Inspector(Simulation simulation, MachineState machine) {

    private static final Map<String, String> KERNEL = Map.of(
            "net/ipv4/ip_forward",
            "1",
            "net/ipv6/conf/default/forwarding",
            "1",
            "net/bridge/bridge-nf-call-iptables",
            "1");

    /** What kubeadm leaves and would not want to find. */
    private static final List<String> LEAVINGS = Stream.concat(
                    Stream.of("admin.conf", "kubelet.conf", "bootstrap-kubelet.conf", "controller-manager.conf")
                            .map("/etc/kubernetes/"::concat),
                    Stream.of("/etc/kubernetes/scheduler.conf", Paths.CA))
            .toList();

    MasterFacts inspect(Inquiry inquiry) {
        synchronized (simulation) {
            var probe = new ServiceProbe(simulation, machine);
            return new MasterFacts(
                    identity(),
                    host(),
                    files(inquiry.files()),
                    kubeadm(inquiry),
                    probe.activity(),
                    runtime(inquiry),
                    probe.services());
        }
    }

    private Identity identity() {
        var master = machine.master();
        var device = master.networkInterface();
        var addresses = new ArrayList<Identity.LocalAddress>();
        master.addresses().forEach(address -> addresses.add(new Identity.LocalAddress(device, address.toString())));
        if (simulation.services().holds(machine)) {
            simulation.cluster().virtualRouter().addresses().stream()
                    .map(VirtualAddress::address)
                    .forEach(address -> addresses.add(new Identity.LocalAddress(device, address.toString())));
        }
        return new Identity(machine.id(), machine.name(), addresses, Set.of(machine.hardwareAddress()));
    }

    private HostFacts host() {
        return new HostFacts(simulation.clock(machine), Answer.NO, Set.of(), KERNEL);
    }

    private Map<String, FileFacts> files(List<Artifact> wanted) {
        var facts = new HashMap<String, FileFacts>();
        wanted.forEach(artifact -> facts.put(artifact.path(), file(artifact)));
        return facts;
    }

    private FileFacts file(Artifact wanted) {
        var obstacle = machine.files().obstacle(wanted.path());
        return obstacle.isPresent()
                ? new FileFacts.Obstructed(obstacle.get())
                : machine.files()
                        .find(wanted.path())
                        .map(file -> file.facts(Hashes.sha256(wanted.bytes())))
                        .orElse(new FileFacts.Absent());
    }

    private KubeadmFacts kubeadm(Inquiry inquiry) {
        var kube = simulation.clusterOf(machine);
        return new KubeadmFacts(
                Optional.of(simulation.cluster().kubernetesVersion().toString()).filter(version -> inquiry.software()),
                leavings(),
                kube.map(KubeCluster::authority),
                endpoint(),
                kube.map(this::marked).orElse(Answer.UNKNOWN));
    }

    private Set<String> leavings() {
        var manifests = Stream.of(
                        StaticPod.API_SERVER, StaticPod.CONTROLLER_MANAGER, StaticPod.SCHEDULER, StaticPod.ETCD)
                .map(StaticPod::manifest);
        var data = machine.files().below(Paths.ETCD_DATA).isEmpty() ? Stream.<String>of() : Stream.of(Paths.ETCD_DATA);
        return Stream.concat(Stream.concat(LEAVINGS.stream(), manifests).filter(machine.files()::has), data)
                .collect(Collectors.toSet());
    }

    private Optional<String> endpoint() {
        return machine.files()
                .find(Paths.ADMIN_CONF)
                .flatMap(file -> file.text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("server: "))
                        .map(line -> line.substring("server: ".length()))
                        .findFirst());
    }

    /** Only its own API server is asked, with its kubelet's certificate. */
    private Answer marked(KubeCluster kube) {
        if (!machine.files().has(Paths.KUBELET_CERTIFICATE)
                || !simulation.services().isApiServerReady(machine)) {
            return Answer.UNKNOWN;
        }
        return kube.masters().contains(machine.name()) ? Answer.YES : Answer.NO;
    }

    private RuntimeFacts runtime(Inquiry inquiry) {
        return new RuntimeFacts(
                inquiry.software() ? Answer.YES : Answer.UNKNOWN,
                inquiry.images().stream().filter(machine.images()::contains).collect(Collectors.toSet()));
    }
}
