package dev.trivet.distribution;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Master;
import dev.trivet.spec.VirtualIp;
import java.util.List;
import java.util.stream.IntStream;

/** Clusters of three masters, one after the other; the last one may have fewer hosts than masters. */
final class Clusters {

    /** Of 198.18.0.0/15, which is for benchmarks (RFC 2544). */
    static final String SUBNET = "198.19.255.";

    private static final int MASTERS = 3;
    private static final int FIRST_HOST = 10;
    private static final int FIRST_VIRTUAL = 200;

    private final List<Cluster> all;
    private final int hosts;

    Clusters(int hosts) {
        this.hosts = hosts;
        all = IntStream.rangeClosed(0, (hosts - 1) / MASTERS)
                .mapToObj(Clusters::cluster)
                .toList();
    }

    List<Cluster> all() {
        return all;
    }

    /** The masters that there are hosts for. */
    List<Master> hosts() {
        return all.stream()
                .flatMap(cluster -> cluster.masters().stream())
                .limit(hosts)
                .toList();
    }

    private static Cluster cluster(int number) {
        int first = number * MASTERS + 1;
        var virtual = VirtualIp.of(SUBNET + (FIRST_VIRTUAL + number) + "/24").onInterface("eth0");
        return ClusterSpec.named("c" + number)
                .kubernetesVersion("1.34.2")
                .virtualIp(virtual)
                .master("h" + first, address(first))
                .master("h" + (first + 1), address(first + 1))
                .master("h" + (first + 2), address(first + 2))
                .build()
                .validate()
                .orThrow();
    }

    private static String address(int host) {
        return SUBNET + (FIRST_HOST + host);
    }
}
