package dev.trivet.failover;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Keepalived;
import dev.trivet.spec.MasterNode;
import dev.trivet.testing.ClusterSpecs;
import java.util.List;
import java.util.stream.IntStream;

/** Reports of some set-ups. */
final class Pages {

    private Pages() {}

    static FailoverReport proved() {
        return FailoverReport.of(FailoverAnalysis.of(cluster(3)));
    }

    /** The article's set-up with an image that can check: two guarantees do not hold. */
    static FailoverReport broken() {
        return FailoverReport.of(FailoverAnalysis.ofClassic(withCurl(cluster(3))));
    }

    static FailoverReport many() {
        return FailoverReport.of(FailoverAnalysis.of(cluster(20)));
    }

    /** Names that no spec can have, and that would break out of a page that takes them as they are. */
    static FailoverReport hostile() {
        return FailoverReport.of(FailoverAnalysis.of(new FailoverModel(
                List.of("<script>parent.x = 1</script>", "\"'&amp;--></style>", "\u202Em3\u0000\uD800"),
                List.of(100, 99, 98),
                -2,
                0,
                BalancerView.TLS_HELLO)));
    }

    static Cluster cluster(int masters) {
        var spec = ClusterSpecs.minimal()
                .withMasters(IntStream.rangeClosed(1, masters)
                        .mapToObj(i -> MasterNode.of("m" + i, "192.168.1." + (140 + i)))
                        .toList());
        return spec.validate().orThrow();
    }

    private static Cluster withCurl(Cluster cluster) {
        ClusterSpec spec = cluster.spec().withKeepalived(Keepalived.defaults().withImage("osixia/keepalived:2.0.20"));
        return spec.validate().orThrow();
    }
}
