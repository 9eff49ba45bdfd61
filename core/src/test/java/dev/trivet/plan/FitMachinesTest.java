package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.testing.ClusterSpecs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is just good enough stands against nothing; what is just not, does, and is said in words. */
class FitMachinesTest {

    private static List<String> against(SeenRack rack) {
        return rack.plan().blockers().stream().map(Blocker::toString).toList();
    }

    private static List<String> against(Consumer<SeenMaster> change) {
        return against(SeenRack.bare().with("m2", change));
    }

    private static SeenRack bare(ClusterSpec spec) {
        return SeenRack.bare(spec.validate().orThrow());
    }

    private static ClusterSpec ignoring(String... checks) {
        var spec = ClusterSpecs.minimal();
        return spec.withKubeadm(spec.kubeadm().withIgnorePreflightErrors(checks));
    }

    @Test
    void clocksMayBeHalfAMinuteApart() {
        assertThat(against(m -> m.ahead = Duration.ofSeconds(30))).isEmpty();
        assertThat(against(m -> m.ahead = Duration.ofSeconds(-30))).isEmpty();
        assertThat(against(m -> m.ahead = Duration.ofSeconds(31)))
                .containsExactly(
                        "m2: its clock is 31 s ahead of m1; set both by NTP: a certificate from one would not be"
                                + " valid yet on the other [clocks-apart]");
        assertThat(against(m -> m.ahead = Duration.ofSeconds(-31)))
                .singleElement()
                .asString()
                .contains("its clock is 31 s ahead of m2");
    }

    @Test
    void machinesWithoutAnIdMayBeDifferent() {
        assertThat(against(SeenRack.bare().withAll(m -> m.machineId = ""))).isEmpty();
        assertThat(against(m -> m.machineId = "id-of-m1"))
                .singleElement()
                .asString()
                .startsWith("m2: its machine-id id-of-m1 is also that of m1");
    }

    @Test
    void anAddressIsOnItsInterface() {
        assertThat(against(m -> {
                    m.addresses.clear();
                    m.addresses.add(new Identity.LocalAddress("eth1", "192.168.1.142"));
                }))
                .singleElement()
                .asString()
                .startsWith("m2: 192.168.1.142 is not on eth0 but it has [");
    }

    @Test
    void kubeadmIsOfTheVersionOrOfTheNext() {
        assertThat(against(m -> m.kubeadm = Optional.of("v1.35.0"))).isEmpty();
        assertThat(against(m -> m.kubeadm = Optional.of("v1.36.0"))).isEmpty();
        for (String other : List.of("v1.34.9", "v1.37.0", "nonsense")) {
            assertThat(against(m -> m.kubeadm = Optional.of(other)))
                    .containsExactly("m2: its kubeadm " + other
                            + " does not install v1.35.9; install kubeadm and kubelet" + " 1.35 [kubeadm-version]");
        }
        assertThat(against(m -> m.kubeadm = Optional.empty()))
                .containsExactly("m2: kubeadm tells no version; reinstall it [kubeadm-version]");
        assertThat(against(m -> {
                    m.kubeadm = Optional.empty();
                    m.missingCommands.add("kubeadm");
                }))
                .containsExactly("m2: it has no kubeadm; install it [command-missing]");
    }

    @Test
    void whatCannotBeAskedIsNotMissedTwice() {
        assertThat(against(m -> {
                    m.runtime = Answer.UNKNOWN;
                    m.missingCommands.add("crictl");
                }))
                .containsExactly("m2: it has no crictl; install it [command-missing]");
        assertThat(against(m -> m.runtime = Answer.UNKNOWN))
                .singleElement()
                .asString()
                .contains("crictl");
    }

    @Test
    void commandsAreNamedInOrder() {
        assertThat(against(m -> m.missingCommands.addAll(List.of("socat", "conntrack", "ethtool"))))
                .extracting(line -> line.replaceFirst(";.*", ""))
                .containsExactly("m2: it has no conntrack", "m2: it has no ethtool", "m2: it has no socat");
    }

    @Test
    void theKernelForwards() {
        var forward = "/proc/sys/net/ipv4/ip_forward";
        assertThat(against(m -> m.kernel.put("net/ipv4/ip_forward", "0")))
                .containsExactly("m2: " + forward + " is 0; set it to 1 [kernel-setting]");
        assertThat(against(m -> m.kernel.remove("net/ipv4/ip_forward")))
                .containsExactly("m2: " + forward + " is not there; set it to 1 [kernel-setting]");
        assertThat(against(m -> m.kernel.remove("net/ipv6/conf/default/forwarding")))
                .isEmpty();
    }

    @Test
    void bridgesAreFilteredBefore130() {
        Consumer<SeenMaster> without = m -> m.kernel.remove("net/bridge/bridge-nf-call-iptables");
        assertThat(against(bare(ClusterSpecs.minimal().withKubernetesVersion("1.30.1"))
                        .with("m2", without)))
                .isEmpty();
        assertThat(against(bare(ClusterSpecs.minimal().withKubernetesVersion("1.29.1"))
                        .with("m2", without)))
                .containsExactly("m2: /proc/sys/net/bridge/bridge-nf-call-iptables is not there; load the module"
                        + " br_netfilter and set it to 1 [kernel-setting]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Swap", "swap"})
    void whatKubeadmIsToIgnoreIsNoReason(String check) {
        assertThat(against(bare(ignoring(check)).with("m2", m -> m.swapping = Answer.YES)))
                .isEmpty();
    }

    @Test
    void whatKubeadmIsToIgnoreIsNamedByIt() {
        var spec = ignoring("FileExisting-socat", "FileContent--proc-sys-net-ipv4-ip_forward");
        assertThat(against(bare(spec).with("m2", m -> {
                    m.missingCommands.add("socat");
                    m.kernel.put("net/ipv4/ip_forward", "0");
                })))
                .isEmpty();
        assertThat(against(bare(spec).with("m2", m -> m.swapping = Answer.YES)))
                .containsExactly(
                        "m2: swap is on; run swapoff -a and take it out of /etc/fstab, or tell kubeadm to ignore the"
                                + " check Swap [swap]");
        assertThat(against(bare(spec).with("m2", m -> m.swapping = Answer.UNKNOWN)))
                .singleElement()
                .asString()
                .startsWith("m2: it is not known whether swap is on");
    }
}
