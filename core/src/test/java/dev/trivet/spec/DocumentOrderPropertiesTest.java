package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import dev.trivet.testing.SpecBreak;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DocumentOrderPropertiesTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void violationsComeInThisOrder(@ForAll("muchBroken") ClusterSpec spec) {
        assertThat(spec.validate().violations()).extracting(Violation::path).isSortedAccordingTo(new DocumentOrder());
    }

    @Provide
    Arbitrary<ClusterSpec> muchBroken() {
        return Combinators.combine(
                        ClusterSpecs.valid(),
                        Arbitraries.of(SpecBreak.all()).list().ofSize(6))
                .as((spec, breaks) -> {
                    var broken = spec;
                    for (SpecBreak spoiler : breaks) {
                        broken = brokenFurther(broken, spoiler);
                    }
                    return broken;
                });
    }

    /** Some ways to break a spec look at the cluster that it describes, and cannot be taken any more without one. */
    private static ClusterSpec brokenFurther(ClusterSpec spec, SpecBreak spoiler) {
        try {
            return spoiler.applyTo(spec).map(found -> found.spec()).orElse(spec);
        } catch (InvalidClusterException | IndexOutOfBoundsException e) {
            return spec;
        }
    }
}
