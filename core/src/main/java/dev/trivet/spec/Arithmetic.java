package dev.trivet.spec;

import java.util.List;

/**
 * What decides the election: the highest and the lowest priority, the weight that a failing master takes on, and the bonus of
 * whoever holds the address. What a spec leaves out of the latter two fits the priorities.
 *
 * <p>From distinct priorities, {@code Pmax + B + W < Pmin} and {@code B > Pmax - Pmin} follows that no two masters ever
 * tie: a holder that is well is above all others, one that fails below every well one, and above the failing ones.
 */
record Arithmetic(long highest, long lowest, int weight, int bonus) {

    private static final int HIGHEST_SUM = 254;
    private static final int USUAL_COST = 100;

    static Arithmetic of(List<Integer> priorities, HealthCheck check) {
        int highest = priorities.stream().mapToInt(Integer::intValue).max().orElse(1);
        int lowest = priorities.stream().mapToInt(Integer::intValue).min().orElse(1);
        int weight = check.weight().orElseGet(() -> -within(lowest - 1, USUAL_COST));
        int half = within(-(weight / 2), HIGHEST_SUM - 1);
        int bonus = check.holderBonus().orElseGet(() -> within(HIGHEST_SUM - highest, half));
        return new Arithmetic(highest, lowest, weight, bonus);
    }

    private static int within(int wanted, int most) {
        return Math.max(1, Math.min(most, wanted));
    }

    boolean isProved() {
        return failingHolderLoses() && holderStays() && lowestSum() >= 1 && highestSum() <= HIGHEST_SUM;
    }

    boolean failingHolderLoses() {
        return failingHolder() < lowest;
    }

    boolean holderStays() {
        return bonus > distance();
    }

    long failingHolder() {
        return highest + bonus + weight;
    }

    long distance() {
        return highest - lowest;
    }

    long lowestSum() {
        return lowest + weight;
    }

    long highestSum() {
        return highest + bonus;
    }

    /** The least bonus, and the weight that goes with it. */
    Arithmetic mended() {
        int least = (int) distance() + 1;
        int better = Math.max(bonus, least);
        return new Arithmetic(highest, lowest, -((int) distance() + better + 1), better);
    }
}
