package dev.trivet.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.render.Renderers;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.testing.ClusterSpecs;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is exported keeps to the schemas of the projects that it is made for, without a field that they do not know. */
class SchemaTest {

    private static final StrictSchema IGNITION = StrictSchema.named("ignition-3.4.0.json");

    private static final Map<ClusterApiVersion, StrictSchema> CLUSTER_API = Map.of(
            ClusterApiVersion.V1BETA1, StrictSchema.named("cluster-api-v1beta1.yaml"),
            ClusterApiVersion.V1BETA2, StrictSchema.named("cluster-api-v1beta2.yaml"));

    @Example
    void ofTheSampleClusters() {
        SampleClusters.all().forEach(SchemaTest::check);
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void ofAnyCluster(@ForAll("specs") ClusterSpec spec) {
        check(spec.validate().orThrow());
    }

    @Example
    void wouldSayWhatIsWrong() {
        var cluster = SampleClusters.named("three-masters");
        for (ClusterApiVersion version : ClusterApiVersion.values()) {
            var text = controlPlane(cluster, version);
            var schema = schema(version);
            assertThat(schema.errors(text)).isEmpty();
            assertThat(schema.errors(text.replace("replicas:", "replica:"))).isNotEmpty();
            assertThat(schema.errors(text.replace("permissions: \"0600\"", "permissions: 600")))
                    .isNotEmpty();
            assertThat(schema.errors(text.replaceAll("(?m)^  version: .*\n", "")))
                    .isNotEmpty();
        }
        var v1beta1 = controlPlane(cluster, ClusterApiVersion.V1BETA1);
        assertThat(schema(ClusterApiVersion.V1BETA2).errors(v1beta1.replace("/v1beta1", "/v1beta2")))
                .isNotEmpty();
    }

    @Provide
    Arbitrary<ClusterSpec> specs() {
        return ClusterSpecs.valid();
    }

    private static void check(Cluster cluster) {
        var artifacts = Renderers.standard().render(cluster);
        for (Document document : Exports.ignition().of(cluster, artifacts).all()) {
            assertThat(IGNITION.errors(document.text())).as(document.text()).isEmpty();
        }
        if (cluster.masters().size() % 2 == 1) {
            for (ClusterApiVersion version : ClusterApiVersion.values()) {
                var text = controlPlane(cluster, version);
                assertThat(schema(version).errors(text)).as(text).isEmpty();
            }
        }
    }

    private static String controlPlane(Cluster cluster, ClusterApiVersion version) {
        return Exports.clusterApi(version, ClusterApiTest.METAL3)
                .of(cluster, Renderers.standard().render(cluster))
                .all()
                .get(0)
                .text();
    }

    private static StrictSchema schema(ClusterApiVersion version) {
        return Objects.requireNonNull(CLUSTER_API.get(version));
    }
}
