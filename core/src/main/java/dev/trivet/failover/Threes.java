package dev.trivet.failover;

import java.util.ArrayList;
import java.util.List;

/**
 * Every three masters of a set-up. They are enough to break a guarantee, the others being silent: an election is decided
 * between the holder, a challenger, and whoever ties with one of the two.
 */
final class Threes {

    private Threes() {}

    static List<List<Integer>> of(int masters) {
        var threes = new ArrayList<List<Integer>>();
        for (int i = 0; i < masters; i++) {
            for (int j = i + 1; j < masters; j++) {
                for (int k = j + 1; k < masters; k++) {
                    threes.add(List.of(i, j, k));
                }
            }
        }
        return threes;
    }

    /** The set-up as a rack of these masters alone. */
    static FailoverModel only(FailoverModel model, List<Integer> three) {
        return new FailoverModel(
                three.stream().map(model.masters()::get).toList(),
                three.stream().map(model.priorities()::get).toList(),
                model.weight(),
                model.holderBonus(),
                model.view());
    }
}
