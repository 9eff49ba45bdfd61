package dev.trivet.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for the smallest change of a set-up that mends what is broken. */
final class Mend {

    private final FailoverModel model;
    private final Set<Guarantee> wanted;

    Mend(FailoverModel model, Set<Guarantee> wanted) {
        this.model = model;
        this.wanted = wanted;
    }

    String smallestChange() {
        if (model.view() == BalancerView.TLS_HELLO_WITHOUT_CURL) {
            return "take a keepalived image that has curl, such as osixia/keepalived:2.0.20";
        }
        return distinctPriorities()
                .or(this::otherWeight)
                .or(this::otherBonus)
                .or(this::otherWeightAndBonus)
                .or(this::otherPriorities)
                .orElse("use the standard renderers, whose HAProxy asks every API server for /readyz");
    }

    private Optional<String> distinctPriorities() {
        boolean tie = model.priorities().stream().distinct().count()
                < model.priorities().size();
        if (!tie) {
            return Optional.empty();
        }
        List<Integer> apart = new ArrayList<>();
        for (int priority : model.priorities()) {
            int free = priority;
            while (apart.contains(free)) {
                free--;
            }
            apart.add(free);
        }
        return Stream.of(apart, closePriorities())
                .filter(priorities -> isProved(withPriorities(priorities)))
                .findFirst()
                .or(() -> Optional.of(apart))
                .map(priorities -> "give every master its own priority, such as " + list(priorities));
    }

    private Optional<String> otherWeight() {
        return nearest(model.weight(), -253, -1)
                .filter(weight -> isProved(model.withWeight(weight)))
                .findFirst()
                .map(weight -> "set the check's weight to " + weight);
    }

    private Optional<String> otherBonus() {
        return nearest(model.holderBonus(), 0, 253)
                .filter(bonus -> isProved(model.withHolderBonus(bonus)))
                .findFirst()
                .map(bonus -> "set the holder's bonus to " + bonus);
    }

    /** The smallest bonus that keeps the holder, and the smallest weight that makes up for it. */
    private Optional<String> otherWeightAndBonus() {
        int bonus = spread() + 1;
        int weight = -(spread() + bonus + 1);
        return isProved(model.withHolderBonus(bonus).withWeight(weight))
                ? Optional.of("set the check's weight to " + weight + " and the holder's bonus to " + bonus)
                : Optional.empty();
    }

    private Optional<String> otherPriorities() {
        var close = closePriorities();
        return isProved(withPriorities(close))
                ? Optional.of("bring the priorities together, to " + list(close))
                : Optional.empty();
    }

    /** One apart, as high as the bonus allows. */
    private List<Integer> closePriorities() {
        int highest = 254 - model.holderBonus();
        return IntStream.range(0, model.masters().size())
                .mapToObj(i -> highest - i)
                .toList();
    }

    private FailoverModel withPriorities(List<Integer> priorities) {
        return model.withPriorities(priorities.toArray(Integer[]::new));
    }

    private boolean isProved(FailoverModel changed) {
        return new Prover(changed, wanted).broken().isEmpty();
    }

    private int spread() {
        var summary = model.priorities().stream().mapToInt(Integer::intValue).summaryStatistics();
        return summary.getMax() - summary.getMin();
    }

    /** All numbers within the bounds, those that differ least first. */
    private static Stream<Integer> nearest(int from, int lowest, int highest) {
        return IntStream.rangeClosed(1, highest - lowest)
                .boxed()
                .flatMap(distance -> Stream.of(from - distance, from + distance))
                .filter(number -> number >= lowest && number <= highest);
    }

    private static String list(List<Integer> priorities) {
        return String.join(", ", priorities.stream().map(String::valueOf).toList());
    }
}
