package dev.trivet.spec;

import java.util.HashMap;

/** The arithmetic of the election: whoever holds the address keeps it as long as it is well, and no longer. */
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
                draft.arithmetic.weight(),
                -253,
                -1,
                "leave it out for the proved default: a failing check must cost priority");
        findings.requireWithin(
                Rule.HOLDER_BONUS_RANGE,
                "healthCheck.holderBonus",
                draft.arithmetic.bonus(),
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
        var sums = draft.arithmetic;
        if (sums.failingHolderLoses()) {
            return true;
        }
        findings.add(
                Rule.FAILING_HOLDER_LOSES,
                "healthCheck.weight",
                sums.weight(),
                "leaves a failing holder at " + sums.failingHolder() + " (" + sums.highest() + " + " + sums.bonus()
                        + " - " + -sums.weight() + "), not below the lowest priority " + sums.lowest() + "; "
                        + remedy(sums));
        return false;
    }

    private static boolean checkHolderStays(Draft draft, Findings findings) {
        var sums = draft.arithmetic;
        if (sums.holderStays()) {
            return true;
        }
        findings.add(
                Rule.HOLDER_STAYS,
                "healthCheck.holderBonus",
                sums.bonus(),
                "is not above " + sums.distance() + ", the distance of the highest priority " + sums.highest()
                        + " from the lowest " + sums.lowest() + "; " + remedy(sums));
        return false;
    }

    /** One bonus and one weight that keep to the whole arithmetic together, where there are any. */
    private static String remedy(Arithmetic sums) {
        var mended = sums.mended();
        return mended.isProved()
                ? "set healthCheck.weight to " + mended.weight() + " or lower and healthCheck.holderBonus to "
                        + mended.bonus() + ", or bring the priorities together"
                : "bring the priorities together, or leave out the ones that need not be";
    }

    /** A priority that was filled in is nobody's fault: then it is the weight's or the bonus's. */
    private static void checkSums(Draft draft, Findings findings) {
        var sums = draft.arithmetic;
        for (int i = 0; i < draft.priorities.size(); i++) {
            int priority = draft.priorities.get(i);
            boolean isWritten = draft.spec.masters().get(i).priority().isPresent();
            if (isWritten && priority + sums.weight() < 1) {
                findings.add(
                        Rule.PRIORITY_SUMS,
                        "masters[" + i + "].priority",
                        priority,
                        "falls to " + (priority + sums.weight()) + " with the weight; raise it to "
                                + (1 - sums.weight()) + " or more, or weaken healthCheck.weight");
            }
            if (isWritten && priority + sums.bonus() > 254) {
                findings.add(
                        Rule.PRIORITY_SUMS,
                        "masters[" + i + "].priority",
                        priority,
                        "rises to " + (priority + sums.bonus()) + " with the holder's bonus; lower it to "
                                + (254 - sums.bonus()) + " or less, or reduce healthCheck.holderBonus");
            }
        }
        if (!findings.has(Rule.PRIORITY_SUMS) && !sums.isProved()) {
            findings.add(
                    Rule.PRIORITY_SUMS,
                    "healthCheck.weight",
                    sums.weight(),
                    "and the holder's bonus " + sums.bonus()
                            + " leave no priorities between 1 and 254; leave both out, or" + " weaken them");
        }
    }
}
