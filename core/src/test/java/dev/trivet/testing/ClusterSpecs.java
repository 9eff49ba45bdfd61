package dev.trivet.testing;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.ClusterSpecBuilder;
import dev.trivet.spec.MasterNode;
import dev.trivet.spec.VirtualIp;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Arbitrary cluster specs.
 *
 * {@snippet lang=java :
 * @Provide
 * Arbitrary<ClusterSpec> specs() {
 *     return ClusterSpecs.valid();
 * }
 * }
 *
 * @since 0.1.0
 */
public final class ClusterSpecs {

    private ClusterSpecs() {}

    /**
     * A spec with nothing but what must be said: three masters with the article's addresses.
     *
     * @return a valid spec
     */
    public static ClusterSpec minimal() {
        return ClusterSpec.named("edge")
                .kubernetesVersion("1.35.9")
                .virtualIp(VirtualIp.of("192.168.1.50/24").onInterface("eth0"))
                .master("m1", "192.168.1.141")
                .master("m2", "192.168.1.142")
                .master("m3", "192.168.1.143")
                .build();
    }

    /**
     * Valid specs: of one to seven masters, either family or both, with few or many settings written out. They may have
     * warnings.
     *
     * @return specs without errors
     */
    public static Arbitrary<ClusterSpec> valid() {
        return Sites.sites().flatMap(ClusterSpecs::at);
    }

    /**
     * Valid specs, each with one thing broken.
     *
     * @return specs with exactly one violation more than the valid spec they come from
     */
    public static Arbitrary<BrokenSpec> broken() {
        return Combinators.combine(valid(), Arbitraries.of(SpecBreak.all()))
                .as((spec, spoiler) -> spoiler.applyTo(spec))
                .filter(java.util.Optional::isPresent)
                .map(java.util.Optional::orElseThrow);
    }

    private static Arbitrary<ClusterSpec> at(Site site) {
        return Combinators.combine(
                        Settings.version(site),
                        Elections.elections(site.masters().size()),
                        Settings.balancers(),
                        Settings.keepalived(site),
                        Settings.haproxy(),
                        Settings.networks(site),
                        Settings.kubeadm(),
                        Settings.endpointNames())
                .as((version, election, balancer, keepalived, haproxy, network, kubeadm, endpointName) -> {
                    var builder = ClusterSpec.named(site.name())
                            .kubernetesVersion(version)
                            .virtualIp(site.virtualIp())
                            .loadBalancer(balancer.loadBalancer())
                            .apiServer(balancer.apiServer())
                            .keepalived(keepalived)
                            .haproxy(haproxy)
                            .healthCheck(election.check())
                            .network(network)
                            .kubeadm(kubeadm);
                    endpointName.ifPresent(builder::endpointName);
                    addMasters(builder, site.masters(), election.priorities());
                    return builder.build();
                });
    }

    private static void addMasters(ClusterSpecBuilder builder, List<MasterNode> masters, List<Integer> priorities) {
        for (int i = 0; i < masters.size(); i++) {
            var master = masters.get(i);
            builder.master(priorities.isEmpty() ? master : master.withPriority(priorities.get(i)));
        }
    }
}
