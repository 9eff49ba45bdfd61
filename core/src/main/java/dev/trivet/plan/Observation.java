package dev.trivet.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was seen on the masters at one time.
 *
 * @param masters what is known of each, by name, in the cluster's order
 * @since 0.1.0
 */
public record Observation(Map<String, MasterState> masters) {

    /** Copies the map and keeps its order. */
    public Observation {
        masters = Collections.unmodifiableMap(new LinkedHashMap<>(masters));
    }

    /**
     * A master's facts.
     *
     * @param master its name
     * @return the facts, if it was reached
     */
    public Optional<MasterFacts> facts(String master) {
        return masters.get(master) instanceof MasterState.Reached reached
                ? Optional.of(reached.facts())
                : Optional.empty();
    }

    /**
     * How far a master is.
     *
     * @param master its name
     * @return the stage, if it was reached
     */
    public Optional<Membership> membership(String master) {
        return facts(master).map(MasterFacts::membership);
    }

    /**
     * Those of a stage.
     *
     * @param membership the stage
     * @return the masters' names
     */
    public List<String> mastersThatAre(Membership membership) {
        return masters.keySet().stream()
                .filter(master -> membership(master).filter(membership::equals).isPresent())
                .toList();
    }

    /**
     * Those that have an address.
     *
     * @param address the address in canonical form
     * @return the masters' names
     */
    public List<String> holdersOf(String address) {
        return masters.keySet().stream()
                .filter(master -> facts(master)
                        .filter(facts -> facts.identity().has(address))
                        .isPresent())
                .toList();
    }

    /** A line a master. */
    @Override
    public String toString() {
        return masters.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
