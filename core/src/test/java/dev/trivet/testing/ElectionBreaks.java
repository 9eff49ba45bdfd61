package dev.trivet.testing;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.HealthCheck;
import dev.trivet.spec.Keepalived;
import dev.trivet.spec.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** VRRP, priorities and health checks gone wrong. */
final class ElectionBreaks {

    private ElectionBreaks() {}

    static List<SpecBreak> all() {
        return List.of(
                SpecBreak.of(
                        Rule.INTERFACE_NAME,
                        "virtualIp.interface",
                        spec -> spec.withVirtualIp(spec.virtualIp().onInterface("eth0!"))),
                SpecBreak.of(
                        Rule.INTERFACE_NAME,
                        "masters[0].interface",
                        spec -> NameBreaks.first(spec, master -> master.onInterface("a".repeat(16)))),
                SpecBreak.of(
                        Rule.INTERFACE_NAME,
                        "virtualIp.interface",
                        spec -> spec.withVirtualIp(spec.virtualIp().onInterface("lo"))),
                SpecBreak.of(Rule.REQUIRED, "virtualIp.interface", ElectionBreaks::withoutInterface),
                SpecBreak.of(
                        Rule.ROUTER_ID_RANGE,
                        "virtualIp.routerId",
                        spec -> spec.withVirtualIp(spec.virtualIp().withRouterId(256))),
                keepalived(
                        Rule.VRRP_VERSION,
                        "vrrpVersion",
                        keepalived -> keepalived.withVrrpVersion(4).withAuthPass(Optional.empty())),
                new SpecBreak(Rule.VRRP_VERSION, "keepalived.vrrpVersion", ElectionBreaks::version2OverIpv6),
                keepalived(
                        Rule.ADVERT_INTERVAL,
                        "advertInterval",
                        keepalived -> keepalived.withAdvertInterval(Duration.ofMillis(5))),
                keepalived(
                        Rule.AUTH_PASS_VERSION,
                        "authPass",
                        keepalived -> keepalived
                                .withVrrpVersion(3)
                                .withAdvertInterval(Optional.empty())
                                .withAuthPass("42")),
                new SpecBreak(Rule.AUTH_PASS_FORMAT, "keepalived.authPass", ElectionBreaks::longPassword),
                SpecBreak.of(
                        Rule.PRIORITY_RANGE,
                        "masters[0].priority",
                        spec -> NameBreaks.first(spec, master -> master.withPriority(255))),
                new SpecBreak(Rule.PRIORITY_UNIQUE, "masters[1].priority", ElectionBreaks::samePriority),
                SpecBreak.of(Rule.PRIORITY_SUMS, "masters[0].priority", ElectionBreaks::lowestPriority),
                SpecBreak.of(Rule.FAILING_HOLDER_LOSES, "healthCheck.weight", ElectionBreaks::weakWeight),
                new SpecBreak(Rule.HOLDER_STAYS, "healthCheck.holderBonus", ElectionBreaks::smallBonus),
                check(Rule.WEIGHT_RANGE, "weight", check -> check.withWeight(0).withHolderBonus(50)),
                check(Rule.HOLDER_BONUS_RANGE, "holderBonus", check -> check.withHolderBonus(0)),
                check(Rule.CHECK_TIMING, "interval", check -> check.withInterval(Duration.ofMillis(500))),
                check(Rule.CHECK_TIMING, "timeout", check -> check.withTimeout(Duration.ofSeconds(2))),
                check(Rule.CHECK_COUNT, "fall", check -> check.withFall(0)),
                check(Rule.CHECK_COUNT, "rise", check -> check.withRise(101)));
    }

    private static SpecBreak keepalived(Rule rule, String key, UnaryOperator<Keepalived> change) {
        return SpecBreak.of(rule, "keepalived." + key, spec -> spec.withKeepalived(change.apply(spec.keepalived())));
    }

    private static SpecBreak check(Rule rule, String key, UnaryOperator<HealthCheck> change) {
        return SpecBreak.of(rule, "healthCheck." + key, spec -> spec.withHealthCheck(change.apply(spec.healthCheck())));
    }

    private static ClusterSpec withoutInterface(ClusterSpec spec) {
        var bare = spec.withVirtualIp(spec.virtualIp().withNetworkInterface(Optional.empty()));
        return NameBreaks.first(bare, master -> master.withNetworkInterface(Optional.empty()));
    }

    private static Optional<ClusterSpec> version2OverIpv6(ClusterSpec spec) {
        return spec.virtualIp().addresses().get(0).contains(":")
                ? Optional.of(spec.withKeepalived(Keepalived.defaults().withVrrpVersion(2)))
                : Optional.empty();
    }

    private static Optional<ClusterSpec> longPassword(ClusterSpec spec) {
        return spec.virtualIp().addresses().get(0).contains(":")
                ? Optional.empty()
                : Optional.of(spec.withKeepalived(
                        Keepalived.defaults().withVrrpVersion(2).withAuthPass("ninechars")));
    }

    private static Optional<ClusterSpec> samePriority(ClusterSpec spec) {
        var priorities = priorities(spec);
        return priorities.size() < 2
                ? Optional.empty()
                : Optional.of(NameBreaks.nth(
                        withPriorities(spec, priorities), 1, master -> master.withPriority(priorities.get(0))));
    }

    /** Keeps the distances, so that only the sum falls out of its range. */
    private static ClusterSpec lowestPriority(ClusterSpec spec) {
        Cluster cluster = spec.validate().orThrow();
        int count = cluster.masters().size();
        var descending = IntStream.range(0, count).map(i -> 100 - i).boxed().toList();
        var shifted = IntStream.range(0, count)
                .map(i -> i == 0 ? 99 - count : descending.get(i))
                .boxed()
                .toList();
        return withPriorities(spec, shifted)
                .withHealthCheck(spec.healthCheck().withWeight(count - 99).withHolderBonus(40));
    }

    private static ClusterSpec weakWeight(ClusterSpec spec) {
        Cluster cluster = spec.validate().orThrow();
        var priorities = priorities(spec);
        int spread = spread(priorities);
        int bonus = cluster.check().holderBonus();
        return withPriorities(spec, priorities)
                .withHealthCheck(spec.healthCheck().withHolderBonus(bonus).withWeight(-(spread + bonus)));
    }

    private static Optional<ClusterSpec> smallBonus(ClusterSpec spec) {
        var priorities = priorities(spec);
        int weight = spec.validate().orThrow().check().weight();
        return priorities.size() < 2
                ? Optional.empty()
                : Optional.of(withPriorities(spec, priorities)
                        .withHealthCheck(spec.healthCheck()
                                .withHolderBonus(spread(priorities))
                                .withWeight(weight)));
    }

    private static int spread(List<Integer> priorities) {
        var summary = priorities.stream().mapToInt(Integer::intValue).summaryStatistics();
        return summary.getMax() - summary.getMin();
    }

    private static List<Integer> priorities(ClusterSpec spec) {
        return spec.validate().orThrow().masters().stream()
                .map(master -> master.priority())
                .toList();
    }

    private static ClusterSpec withPriorities(ClusterSpec spec, List<Integer> priorities) {
        var changed = spec;
        for (int i = 0; i < priorities.size(); i++) {
            int priority = priorities.get(i);
            changed = NameBreaks.nth(changed, i, master -> master.withPriority(priority));
        }
        return changed;
    }
}
