package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trivet.testing.ClusterSpecs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final List<String> FIVE_FAULTS = List.of(
            "name-format at name",
            "version-end-of-life at kubernetesVersion",
            "master-name-unique at masters[1].name",
            "priority-range at masters[2].priority",
            "port-taken at loadBalancer.port",
            "check-timing at healthCheck.interval");

    /** Five errors and a warning, made in another order than the document's. */
    private static ClusterSpec fiveFaults() {
        var minimal = ClusterSpecs.minimal()
                .withHealthCheck(HealthCheck.defaults().withInterval(Duration.ofMillis(500)))
                .withLoadBalancer(LoadBalancer.defaults().withPort(2379));
        var named = Specs.withMaster(minimal, 1, master -> master.withName("m1"));
        return Specs.withMaster(named, 2, master -> master.withPriority(300))
                .withName("Edge")
                .withKubernetesVersion("1.34.2");
    }

    @Test
    void findsEverythingAtOnceInTheDocumentsOrder() {
        var validation = fiveFaults().validate();
        assertThat(Violations.of(validation)).isEqualTo(FIVE_FAULTS);
        assertThat(validation.isValid()).isFalse();
    }

    @Test
    void throwsEverythingThatIsWrong() {
        var validation = fiveFaults().validate();
        var thrown = catchThrowableOfType(InvalidClusterException.class, validation::orThrow);
        assertThat(thrown.violations()).isEqualTo(validation.violations());
        assertThat(thrown).isInstanceOf(TrivetException.class);
        for (Violation violation : validation.violations()) {
            assertThat(thrown).hasMessageContaining(violation.toString());
        }
    }

    @Test
    void showsEachViolationOnALine() {
        var lines = fiveFaults().validate().toString().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).startsWith("error: name = Edge: ").endsWith(" [name-format]");
        assertThat(lines.get(1))
                .startsWith("warning: kubernetesVersion = 1.34.2: ")
                .endsWith(" [version-end-of-life]");
        assertThat(lines.get(3))
                .startsWith("error: masters[2].priority = 300: ")
                .endsWith(" [priority-range]");
        assertThat(lines.get(5))
                .startsWith("error: healthCheck.interval = 500ms: ")
                .endsWith(" [check-timing]");
    }

    @Test
    void isValidWithoutViolations() {
        var validation = ClusterSpecs.minimal().validate();
        assertThat(validation.isValid()).isTrue();
        assertThat(validation.violations()).isEmpty();
        assertThat(validation).hasToString("valid");
        assertThat(validation.orThrow().spec()).isEqualTo(ClusterSpecs.minimal());
    }

    @Test
    void isValidWithWarningsWhichItShows() {
        var validation = ClusterSpecs.minimal().withKubernetesVersion("1.34.2").validate();
        assertThat(validation.isValid()).isTrue();
        assertThat(validation.orThrow().kubernetesVersion()).hasToString("v1.34.2");
        assertThat(validation.toString()).startsWith("warning: kubernetesVersion = 1.34.2");
    }

    @Test
    void tellsWhatStandsThereAndWhatToDo() {
        assertThat(fiveFaults().validate().violations()).allSatisfy(violation -> {
            assertThat(violation.actual()).isNotEmpty();
            assertThat(violation.message()).contains("; ");
            assertThat(violation.severity()).isEqualTo(violation.rule().severity());
            assertThat(violation.rule().reason()).isNotEmpty();
        });
    }
}
