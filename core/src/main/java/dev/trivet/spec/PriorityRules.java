package dev.trivet.spec;

import java.util.HashMap;

/**
 * The arithmetic of the election: who wins, with priorities P, a weight -W for failing and a bonus B for holding.
 *
 * <p>From distinct priorities, {@code Pmax + B - W < Pmin} and {@code B > Pmax - Pmin} follows that no two masters ever
 * tie: a holder that is well is above all others, one that fails below every well one, and above the failing ones.
 */
final class PriorityRules {

    private PriorityRules() {}

    static void check(Draft draft, Findings findings) {
        boolean ranges = checkRanges(draft, findings);
        boolean unique = checkUnique(draft, findings);
        if (ranges && unique && !draft.priorities.isEmpty()) {
            boolean failingLoses = checkFailingHolderLoses(draft, findings);
            boolean holderStays = checkHolderStays(draft, findings);
            if (failingLoses && holderStays) {
                checkSums(draft, findings);
            }
        }
    }

    private static boolean checkRanges(Draft draft, Findings findings) {
        for (int i = 0; i < draft.priorities.size(); i++) {
            findings.requireWithin(
                    Rule.PRIORITY_RANGE,
                    "masters[" + i + "].priority",
                    draft.priorities.get(i),
                    1,
                    254,
                    "choose one inside, or leave it out");
        }
        findings.requireWithin(
                Rule.WEIGHT_RANGE,
                "healthCheck.weight",
                draft.weight(),
                -253,
                -1,
                "leave it out for the proved default: a failing check must cost priority");
        findings.requireWithin(
                Rule.HOLDER_BONUS_RANGE,
                "healthCheck.holderBonus",
                draft.holderBonus(),
                1,
                253,
                "leave it out for half of the weight");
        return !findings.has(Rule.PRIORITY_RANGE)
                && !findings.has(Rule.WEIGHT_RANGE)
                && !findings.has(Rule.HOLDER_BONUS_RANGE);
    }

    private static boolean checkUnique(Draft draft, Findings findings) {
        var first = new HashMap<Integer, Integer>();
        for (int i = 0; i < draft.priorities.size(); i++) {
            var earlier = first.putIfAbsent(draft.priorities.get(i), i);
            if (earlier != null) {
                findings.add(
                        Rule.PRIORITY_UNIQUE,
                        "masters[" + i + "].priority",
                        draft.priorities.get(i),
                        "is the priority of masters[" + earlier + "] too; give each master its own",
                        "masters[" + earlier + "].priority");
            }
        }
        return !findings.has(Rule.PRIORITY_UNIQUE);
    }

    private static boolean checkFailingHolderLoses(Draft draft, Findings findings) {
        int holder = draft.highestPriority() + draft.holderBonus() + draft.weight();
        if (holder < draft.lowestPriority()) {
            return true;
        }
        findings.add(
                Rule.FAILING_HOLDER_LOSES,
                "healthCheck.weight",
                draft.weight(),
                "leaves a failing holder at " + holder + " (" + draft.highestPriority() + " + " + draft.holderBonus()
                        + " - " + -draft.weight() + "), not below the lowest priority " + draft.lowestPriority()
                        + "; " + remedy(draft));
        return false;
    }

    private static boolean checkHolderStays(Draft draft, Findings findings) {
        int distance = draft.highestPriority() - draft.lowestPriority();
        if (draft.holderBonus() > distance) {
            return true;
        }
        findings.add(
                Rule.HOLDER_STAYS,
                "healthCheck.holderBonus",
                draft.holderBonus(),
                "is not above " + distance + ", the distance of the highest priority " + draft.highestPriority()
                        + " from the lowest " + draft.lowestPriority()
                        + "; " + remedy(draft));
        return false;
    }

    /** One bonus and one weight that keep to the whole arithmetic together. */
    private static String remedy(Draft draft) {
        int distance = draft.highestPriority() - draft.lowestPriority();
        int bonus = Math.max(draft.spec.healthCheck().holderBonus().orElse(0), distance + 1);
        return "set healthCheck.weight to " + -(distance + bonus + 1) + " or lower and healthCheck.holderBonus to "
                + bonus + ", or bring the priorities together";
    }

    private static void checkSums(Draft draft, Findings findings) {
        for (int i = 0; i < draft.priorities.size(); i++) {
            int priority = draft.priorities.get(i);
            if (priority + draft.weight() < 1) {
                findings.add(
                        Rule.PRIORITY_SUMS,
                        "masters[" + i + "].priority",
                        priority,
                        "falls to " + (priority + draft.weight()) + " with the weight; raise it to "
                                + (1 - draft.weight()) + " or more, or weaken healthCheck.weight");
            }
            if (priority + draft.holderBonus() > 254) {
                findings.add(
                        Rule.PRIORITY_SUMS,
                        "masters[" + i + "].priority",
                        priority,
                        "rises to " + (priority + draft.holderBonus()) + " with the holder's bonus; lower it to "
                                + (254 - draft.holderBonus()) + " or less, or reduce healthCheck.holderBonus");
            }
        }
    }
}
