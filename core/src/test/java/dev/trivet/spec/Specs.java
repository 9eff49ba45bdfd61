package dev.trivet.spec;

import dev.trivet.testing.ClusterSpecs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Specs to start from, and the changes that many tests make to them. */
class Specs {

    private Specs() {}

    /** Of masters m1, m2 and so on, at these addresses. */
    static ClusterSpec at(String virtualIp, String... masters) {
        return at(VirtualIp.of(virtualIp), masters);
    }

    /** Of both families, IPv4 first. */
    static ClusterSpec dualStack() {
        var spec = at(VirtualIp.of("192.168.1.50/24", "fd77::50/64"), "192.168.1.1", "192.168.1.2", "192.168.1.3");
        var masters = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> MasterNode.of("m" + i, "192.168.1." + i, "fd77::" + i))
                .toList();
        return spec.withMasters(masters);
    }

    static ClusterSpec ipv6() {
        return at("fd77::50/64", "fd77::1", "fd77::2", "fd77::3");
    }

    /** Of up to 249 masters. */
    static ClusterSpec ofMasters(int count) {
        var addresses =
                IntStream.rangeClosed(1, count).mapToObj(i -> "192.168.1." + i).toArray(String[]::new);
        return at("192.168.1.250/24", addresses);
    }

    static ClusterSpec withMaster(ClusterSpec spec, int index, UnaryOperator<MasterNode> change) {
        var masters = new ArrayList<>(spec.masters());
        masters.set(index, change.apply(masters.get(index)));
        return spec.withMasters(masters);
    }

    /** The first master changed, in an otherwise minimal spec. */
    static ClusterSpec withFirstMaster(UnaryOperator<MasterNode> change) {
        return withMaster(ClusterSpecs.minimal(), 0, change);
    }

    static ClusterSpec withPriorities(List<Integer> priorities) {
        var spec = ofMasters(priorities.size());
        for (int i = 0; i < priorities.size(); i++) {
            int priority = priorities.get(i);
            spec = withMaster(spec, i, master -> master.withPriority(priority));
        }
        return spec;
    }

    private static ClusterSpec at(VirtualIp virtualIp, String... masters) {
        var builder = ClusterSpec.named("edge").kubernetesVersion("1.35.9").virtualIp(virtualIp.onInterface("eth0"));
        for (int i = 0; i < masters.length; i++) {
            builder.master("m" + (i + 1), masters[i]);
        }
        return builder.build();
    }
}
