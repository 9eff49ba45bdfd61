package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.BrokenSpec;
import dev.trivet.testing.ClusterSpecs;
import dev.trivet.testing.SpecBreak;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RulePropertiesTest {

    // Looking for edge cases takes a minute, and finds none: the arbitraries are too deep.
    @Property(edgeCases = EdgeCasesMode.NONE)
    void validSpecsHaveNoErrors(@ForAll("valid") ClusterSpec spec) {
        assertThat(spec.validate().violations()).noneMatch(violation -> violation.severity() == Severity.ERROR);
        assertThat(spec.validate().orThrow().spec()).isEqualTo(spec);
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void oneBreakMeansExactlyItsRule(@ForAll("broken") BrokenSpec broken) {
        var before = where(broken.original());
        var added = where(broken.spec());
        before.forEach(added::remove);
        assertThat(added).containsExactly(broken.rule() + " at " + broken.path());
        assertThat(broken.spec().validate().isValid()).isEqualTo(broken.rule().severity() == Severity.WARNING);
    }

    @Example
    void everyRuleHasABreak() {
        assertThat(SpecBreak.all().stream().map(SpecBreak::rule)).contains(Rule.values());
    }

    @Example
    void everyBreakButTheDualStackOneAppliesToThePlainestSpecs() {
        var ipv4 = ClusterSpecs.minimal();
        var ipv6 = ClusterSpec.named("six")
                .kubernetesVersion("1.35.9")
                .virtualIp(VirtualIp.of("fd77:1:2::50/64").onInterface("eth0"))
                .master("m1", "fd77:1:2::1")
                .master("m2", "fd77:1:2::2")
                .master("m3", "fd77:1:2::3")
                .build();
        assertThat(SpecBreak.all())
                .filteredOn(spoiler ->
                        spoiler.applyTo(ipv4).isEmpty() && spoiler.applyTo(ipv6).isEmpty())
                .extracting(SpecBreak::rule)
                .containsExactly(Rule.DUAL_STACK_VERSION);
    }

    @Provide
    Arbitrary<ClusterSpec> valid() {
        return ClusterSpecs.valid();
    }

    @Provide
    Arbitrary<BrokenSpec> broken() {
        return ClusterSpecs.broken();
    }

    private static List<String> where(ClusterSpec spec) {
        return new ArrayList<>(spec.validate().violations().stream()
                .map(violation -> violation.rule() + " at " + violation.path())
                .toList());
    }
}
