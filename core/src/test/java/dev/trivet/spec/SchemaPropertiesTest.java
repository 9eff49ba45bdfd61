package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.BrokenSpec;
import dev.trivet.testing.ClusterSpecs;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SchemaPropertiesTest {

    private final SchemaJudge judge = new SchemaJudge();

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void takesEveryValidSpec(@ForAll("valid") ClusterSpec spec) {
        assertThat(judge.objections(ClusterYaml.write(spec))).isEmpty();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatItRefusesTrivetRefuses(@ForAll("broken") BrokenSpec broken) {
        var document = ClusterYaml.write(broken.spec());
        assertThat(judge.refuses(document) && !SchemaJudge.trivetRefuses(document))
                .isFalse();
    }

    @Provide
    Arbitrary<ClusterSpec> valid() {
        return ClusterSpecs.valid();
    }

    @Provide
    Arbitrary<BrokenSpec> broken() {
        return ClusterSpecs.broken();
    }
}
