package dev.trivet.plan;

import dev.trivet.spec.AddressFamily;
import dev.trivet.spec.KubernetesVersion;
import dev.trivet.spec.Master;
import java.util.List;

/** A machine that is to become a master is set up for it. What kubeadm is told to ignore is no reason here either. */
final class HostChecks {

    /** kubeadm stopped asking for it, for not every network plug-in needs it. */
    private static final int FIRST_WITHOUT_BRIDGE = 30;

    private static final String BRIDGE = "net/bridge/bridge-nf-call-iptables";

    private HostChecks() {}

    static void check(Situation situation, List<Blocker> blockers) {
        situation.forEachNewcomer((master, facts) -> {
            commands(situation, master, facts, blockers);
            version(situation, master, facts, blockers);
            swap(situation, master, facts, blockers);
            kernel(situation, master, facts, blockers);
            runtime(master, facts, blockers);
        });
    }

    private static void commands(Situation situation, Master master, MasterFacts facts, List<Blocker> blockers) {
        facts.host().missingCommands().stream()
                .sorted()
                .filter(command -> !situation.isIgnored("FileExisting-" + command))
                .forEach(command -> blockers.add(
                        Blocker.at(master.name(), BlockerKind.COMMAND_MISSING, "it has no " + command, "install it")));
    }

    private static void version(Situation situation, Master master, MasterFacts facts, List<Blocker> blockers) {
        var wanted = situation.cluster().kubernetesVersion();
        var installed = facts.kubeadm().version();
        if (installed.isEmpty()) {
            if (!facts.host().missingCommands().contains("kubeadm")) {
                blockers.add(Blocker.at(
                        master.name(), BlockerKind.KUBEADM_VERSION, "kubeadm tells no version", "reinstall it"));
            }
        } else if (installed
                .flatMap(KubernetesVersion::parse)
                .filter(version -> canInstall(version, wanted))
                .isEmpty()) {
            blockers.add(Blocker.at(
                    master.name(),
                    BlockerKind.KUBEADM_VERSION,
                    "its kubeadm " + installed.get() + " does not install " + wanted,
                    "install kubeadm and kubelet 1." + wanted.minor()));
        }
    }

    /** Its own minor version and the one before. */
    private static boolean canInstall(KubernetesVersion kubeadm, KubernetesVersion wanted) {
        return kubeadm.minor() == wanted.minor() || kubeadm.minor() == wanted.minor() + 1;
    }

    private static void swap(Situation situation, Master master, MasterFacts facts, List<Blocker> blockers) {
        if (facts.host().swapping() != Answer.NO && !situation.isIgnored("Swap")) {
            blockers.add(Blocker.at(
                    master.name(),
                    BlockerKind.SWAP,
                    facts.host().swapping() == Answer.YES ? "swap is on" : "it is not known whether swap is on",
                    "run swapoff -a and take it out of /etc/fstab, or tell kubeadm to ignore the check Swap"));
        }
    }

    private static void kernel(Situation situation, Master master, MasterFacts facts, List<Blocker> blockers) {
        boolean ipv4 = master.address().family() == AddressFamily.IPV4;
        requireOne(
                situation, master, facts, ipv4 ? "net/ipv4/ip_forward" : "net/ipv6/conf/default/forwarding", blockers);
        if (ipv4 && situation.cluster().kubernetesVersion().minor() < FIRST_WITHOUT_BRIDGE) {
            requireOne(situation, master, facts, BRIDGE, blockers);
        }
    }

    private static void requireOne(
            Situation situation, Master master, MasterFacts facts, String setting, List<Blocker> blockers) {
        var value = facts.host().kernelSettings().get(setting);
        var check = "FileContent--proc-sys-" + setting.replace('/', '-');
        if (!"1".equals(value) && !situation.isIgnored(check)) {
            blockers.add(Blocker.at(
                    master.name(),
                    BlockerKind.KERNEL_SETTING,
                    "/proc/sys/" + setting + (value == null ? " is not there" : " is " + value),
                    (value == null && setting.equals(BRIDGE) ? "load the module br_netfilter and " : "")
                            + "set it to 1"));
        }
    }

    private static void runtime(Master master, MasterFacts facts, List<Blocker> blockers) {
        if (facts.runtime().running() != Answer.YES
                && !facts.host().missingCommands().contains("crictl")) {
            blockers.add(Blocker.at(
                    master.name(),
                    BlockerKind.RUNTIME_DOWN,
                    "the container runtime does not answer crictl",
                    "start it, or name its socket as kubeadm.criSocket in the spec"));
        }
    }
}
