package dev.trivet.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for the smallest change of a set-up that mends what is broken: of one setting if that is enough, of two or three
 * otherwise. The arithmetic tells which values to try, the proof whether they are enough.
 */
final class Mend {

    private final FailoverModel model;
    private final Set<Guarantee> wanted;

    Mend(FailoverModel model, Set<Guarantee> wanted) {
        this.model = model;
        this.wanted = wanted;
    }

    /** What mends all that is broken, or if nothing does, what mends this. */
    String of(Guarantee broken) {
        if (!model.view().hasCurl()) {
            return "take a keepalived image that has curl, such as osixia/keepalived:2.0.20";
        }
        return smallestChange(wanted)
                .or(() -> smallestChange(Set.of(broken)))
                .orElse("use the standard renderers, whose HAProxy asks every API server for /readyz");
    }

    private Optional<String> smallestChange(Set<Guarantee> guarantees) {
        int spread = spread();
        return Stream.of(
                        distinct(),
                        new Change(model.priorities(), weightFor(spread, model.holderBonus()), model.holderBonus()),
                        new Change(model.priorities(), model.weight(), spread + 1),
                        new Change(model.priorities(), weightFor(spread, spread + 1), spread + 1),
                        new Change(close(model.holderBonus()), model.weight(), model.holderBonus()),
                        closest())
                .filter(change -> change.isAllowed() && isProved(change, guarantees))
                .findFirst()
                .map(this::words);
    }

    /** Other values of the three settings that decide an election. */
    private record Change(List<Integer> priorities, int weight, int bonus) {

        boolean isAllowed() {
            return weight >= -253
                    && bonus <= 253
                    && priorities.stream().allMatch(priority -> priority >= 1 && priority <= 254);
        }
    }

    /** A failing holder must fall below the lowest priority. */
    private static int weightFor(int spread, int bonus) {
        return -(spread + bonus + 1);
    }

    /** Each priority as it is, or the next lower one that is free. */
    private Change distinct() {
        List<Integer> apart = new ArrayList<>();
        for (int priority : model.priorities()) {
            int free = priority;
            while (apart.contains(free)) {
                free--;
            }
            apart.add(free);
        }
        return new Change(apart, model.weight(), model.holderBonus());
    }

    private Change closest() {
        int bonus = model.masters().size();
        return new Change(close(bonus), weightFor(bonus - 1, bonus), bonus);
    }

    /** One apart, as high as the bonus allows. */
    private List<Integer> close(int bonus) {
        return IntStream.range(0, model.masters().size())
                .mapToObj(i -> 254 - bonus - i)
                .toList();
    }

    private boolean isProved(Change change, Set<Guarantee> guarantees) {
        var changed =
                new FailoverModel(model.masters(), change.priorities(), change.weight(), change.bonus(), model.view());
        return Prover.broken(changed, guarantees).isEmpty();
    }

    private String words(Change change) {
        var words = new ArrayList<String>();
        if (!change.priorities().equals(model.priorities())) {
            words.add("the priorities to "
                    + String.join(
                            ", ",
                            change.priorities().stream().map(String::valueOf).toList()));
        }
        if (change.weight() != model.weight()) {
            words.add("the check's weight to " + change.weight());
        }
        if (change.bonus() != model.holderBonus()) {
            words.add("the holder's bonus to " + change.bonus());
        }
        return "set " + String.join(" and ", words);
    }

    private int spread() {
        var summary = model.priorities().stream().mapToInt(Integer::intValue).summaryStatistics();
        return summary.getMax() - summary.getMin();
    }
}
