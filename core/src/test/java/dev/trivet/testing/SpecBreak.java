package dev.trivet.testing;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One way to break a valid spec, so that it breaks one rule in one place and no other.
 *
 * @param rule the rule that is broken
 * @param path where it is broken
 * @param change makes the broken spec, or nothing of a spec that cannot be broken this way
 * @since 0.1.0
 */
public record SpecBreak(Rule rule, String path, Function<ClusterSpec, Optional<ClusterSpec>> change) {

    /**
     * Every way there is; each rule has at least one.
     *
     * @return the ways
     */
    public static List<SpecBreak> all() {
        return Stream.of(NameBreaks.all(), AddressBreaks.all(), ElectionBreaks.all(), SettingBreaks.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Breaks a spec.
     *
     * @param spec a valid spec
     * @return the broken spec, or empty when this spec cannot be broken this way
     */
    public Optional<BrokenSpec> applyTo(ClusterSpec spec) {
        return change.apply(spec).map(broken -> new BrokenSpec(spec, broken, rule, path));
    }

    /** A way to break any spec. */
    static SpecBreak of(Rule rule, String path, Function<ClusterSpec, ClusterSpec> change) {
        return new SpecBreak(rule, path, spec -> Optional.of(change.apply(spec)));
    }

    /** The rule and the path. */
    @Override
    public String toString() {
        return rule.id() + " at " + path;
    }
}
