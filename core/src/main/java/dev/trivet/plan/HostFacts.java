package dev.trivet.plan;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * How the machine is set up.
 *
 * @param clock what its clock showed
 * @param swapping whether swap is on
 * @param missingCommands the programs that are needed and not there
 * @param kernelSettings settings below {@code /proc/sys} by path, such as {@code net/ipv4/ip_forward}
 * @since 0.1.0
 */
public record HostFacts(
        Instant clock, Answer swapping, Set<String> missingCommands, Map<String, String> kernelSettings) {

    /** Copies the collections. */
    public HostFacts {
        missingCommands = Set.copyOf(missingCommands);
        kernelSettings = Map.copyOf(kernelSettings);
    }
}
