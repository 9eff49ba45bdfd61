package dev.trivet.spec;

import java.time.Duration;
import java.util.List;

/**
 * The settings of the article's set-up: what the spec says, and the article's constants wherever it is silent.
 *
 * <p>What the article's files have no place for is left out: the VRRP version, the advertisement interval, peers, the check's
 * timeout and the holder's bonus, HAProxy's limits and time-outs, and the second address of a dual-stack cluster.
 *
 * <p>They are not proved to survive anything: with the article's constants the address never moves when HAProxy dies,
 * since its keepalived image has no curl to check with.
 *
 * @param routerId the virtual router id, 51 in the article
 * @param authPass VRRP's password, 42 in the article
 * @param priorities the masters' priorities in their order, 100, 99, 98 and so on in the article
 * @param interval the time between two checks, 3 s in the article
 * @param fall failures in a row until a master counts as failed, 10 in the article
 * @param rise successes in a row until it counts as well, 2 in the article
 * @param weight what failing adds to the priority, -2 in the article
 * @param images {@code osixia/keepalived:1.3.5-1} and {@code haproxy:2.1.4} in the article
 * @since 0.1.0
 */
public record ClassicSettings(
        int routerId,
        String authPass,
        List<Integer> priorities,
        Duration interval,
        int fall,
        int rise,
        int weight,
        Images images) {

    /** Copies the list. */
    public ClassicSettings {
        priorities = List.copyOf(priorities);
    }

    /**
     * Whether the health check can run at all.
     *
     * @return false for the article's own image, which has no curl
     */
    public boolean canCheck() {
        return ImageRules.hasCurl(images.keepalived());
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "virtual router " + routerId + ", priorities " + priorities + ", check every " + interval + ", fall "
                + fall + ", rise " + rise + ", weight " + weight + ", " + images;
    }

    static ClassicSettings of(ClusterSpec spec) {
        var check = spec.healthCheck();
        return new ClassicSettings(
                spec.virtualIp().routerId().orElse(51),
                spec.keepalived().authPass().orElse("42"),
                Priorities.article(
                        spec.masters().stream().map(MasterNode::priority).toList()),
                check.interval().orElse(Duration.ofSeconds(3)),
                check.fall().orElse(10),
                check.rise().orElse(2),
                check.weight().orElse(-2),
                new Images(
                        spec.keepalived().image().orElse("osixia/keepalived:1.3.5-1"),
                        spec.haproxy().image().orElse("haproxy:2.1.4")));
    }
}
