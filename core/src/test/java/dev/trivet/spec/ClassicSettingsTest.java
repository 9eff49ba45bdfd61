package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassicSettingsTest {

    private static final Images ARTICLE_IMAGES = new Images("osixia/keepalived:1.3.5-1", "haproxy:2.1.4");

    @Test
    void hasTheArticlesConstantsWhereTheSpecIsSilent() {
        var classic = ClusterSpecs.minimal().validate().orThrow().classic();
        assertThat(classic)
                .isEqualTo(new ClassicSettings(
                        51, "42", List.of(100, 99, 98), Duration.ofSeconds(3), 10, 2, -2, ARTICLE_IMAGES));
    }

    @Test
    void hasWhatTheSpecSays() {
        var spec = ClusterSpecs.minimal();
        var said = Specs.withMaster(spec, 1, master -> master.withPriority(120))
                .withVirtualIp(spec.virtualIp().withRouterId(7))
                .withKeepalived(Keepalived.defaults()
                        .withVrrpVersion(2)
                        .withAuthPass("secret")
                        .withImage("osixia/keepalived:2.0.20"))
                .withHaproxy(Haproxy.defaults().withImage("haproxy:3.2"))
                .withHealthCheck(HealthCheck.defaults()
                        .withInterval(Duration.ofSeconds(2))
                        .withFall(4)
                        .withRise(5)
                        .withWeight(-60));
        assertThat(said.validate().orThrow().classic())
                .isEqualTo(new ClassicSettings(
                        7,
                        "secret",
                        List.of(100, 120, 99),
                        Duration.ofSeconds(2),
                        4,
                        5,
                        -60,
                        new Images("osixia/keepalived:2.0.20", "haproxy:3.2")));
    }

    @Test
    void leavesTheStandardDefaultsAsTheyAre() {
        var cluster = ClusterSpecs.minimal().validate().orThrow();
        assertThat(cluster.classic().routerId())
                .isNotEqualTo(cluster.virtualRouter().id());
        assertThat(cluster.virtualRouter().id()).isEqualTo(50);
    }
}
