package dev.trivet.failover;

import dev.trivet.failover.OutageBound.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What every kind of fault leads to, of one master and of one after another. */
final class FaultMatrix {

    /** Faults in a row are told of so many masters. */
    private static final int LONGEST_ROW = 4;

    private final FailoverModel model;
    private final Optional<OutageBounds> bounds;

    FaultMatrix(FailoverAnalysis analysis) {
        this.model = analysis.model();
        this.bounds = analysis.bounds().isEmpty()
                ? Optional.empty()
                : analysis.cluster().map(OutageBounds::of);
    }

    /** A way in which a component fails, of whichever master. */
    record Kind(Component component, Condition condition) {

        Fault of(String master) {
            return new Fault(master, component, condition);
        }

        /** A clause, such as {@code the node is cut off}. */
        @Override
        public String toString() {
            return component + " " + of("").verb();
        }
    }

    /**
     * What the last of some faults in a row led to.
     *
     * @param before how it was before the last one
     * @param after how it is with it
     * @param terms how long clients go unserved because of the last one, unless that is not known or for ever
     */
    record Cell(Outcome before, Outcome after, Optional<List<Term>> terms) {

        Optional<Duration> total() {
            return terms.map(all -> all.stream().map(Term::duration).reduce(Duration.ZERO, Duration::plus));
        }

        /** The cell without the sums of priorities, which tell masters apart that fare the same. */
        List<Object> likeness() {
            return List.of(after.holders(), after.served(), after.couldServe(), terms);
        }
    }

    static List<Kind> kinds() {
        return Stream.of(Component.values())
                .flatMap(component -> component.failures().stream().map(condition -> new Kind(component, condition)))
                .toList();
    }

    /** One fault of a kind at each of these masters, one after another. */
    Cell cell(Kind kind, List<String> masters) {
        var faults = masters.stream().map(kind::of).toList();
        var replay = Replay.of(model);
        var before = replay.now();
        var after = before;
        for (Fault fault : faults) {
            before = after;
            after = replay.apply(fault);
        }
        return new Cell(before, after, terms(faults));
    }

    private Optional<List<Term>> terms(List<Fault> faults) {
        return bounds.flatMap(known -> known.after(faults).map(all -> {
            var earlier = known.after(faults.subList(0, faults.size() - 1)).orElseThrow();
            return all.terms().subList(earlier.terms().size(), all.terms().size());
        }));
    }

    /** Those that all faults of one alone lead to the same: the first is the master that holds the address. */
    List<List<String>> alike() {
        Map<List<Object>, List<String>> groups = new LinkedHashMap<>();
        var holder = Replay.of(model).now().holders().stream().findFirst();
        holder.ifPresent(master -> groups.put(List.of(), List.of(master)));
        for (String master : model.masters()) {
            if (!holder.equals(Optional.of(master))) {
                var likeness = kinds().stream()
                        .<Object>map(kind -> cell(kind, List.of(master)).likeness())
                        .toList();
                groups.computeIfAbsent(likeness, any -> new ArrayList<>()).add(master);
            }
        }
        return List.copyOf(groups.values());
    }

    /** The masters from the highest priority down: the first two, the first three, and so on. */
    List<List<String>> inARow() {
        var order = IntStream.range(0, model.masters().size())
                .boxed()
                .sorted(Comparator.comparing(model.priorities()::get, Comparator.reverseOrder()))
                .map(model.masters()::get)
                .limit(LONGEST_ROW)
                .toList();
        return IntStream.rangeClosed(2, order.size())
                .mapToObj(count -> order.subList(0, count))
                .toList();
    }

    boolean hasBounds() {
        return bounds.isPresent();
    }

    /** Of each group one master, to stand for all. */
    static List<List<String>> firsts(List<List<String>> groups) {
        return groups.stream().map(group -> group.subList(0, 1)).toList();
    }

    /** The longest that clients go unserved after any one fault, where that is known. */
    Optional<Duration> longest() {
        return longest(firsts(alike()).stream());
    }

    /** The longest that clients go unserved after the last of any faults of these masters, where that is known. */
    Optional<Duration> longest(Stream<List<String>> columns) {
        return columns.flatMap(masters -> kinds().stream().map(kind -> cell(kind, masters)))
                .flatMap(cell -> cell.total().stream())
                .max(Comparator.naturalOrder());
    }
}
