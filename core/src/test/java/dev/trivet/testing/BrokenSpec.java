package dev.trivet.testing;

import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Rule;

/**
 * A valid spec, and the same with one thing broken.
 *
 * @param original the valid spec
 * @param spec the broken spec
 * @param rule the one rule that it breaks
 * @param path where it breaks it
 * @since 0.1.0
 */
public record BrokenSpec(ClusterSpec original, ClusterSpec spec, Rule rule, String path) {}
