package dev.trivet.rack;

import java.util.List;

/** What does not hold that should, and what happened. */
record Verdict(List<String> problems, List<String> log) {

    boolean isGood() {
        return problems.isEmpty();
    }

    @Override
    public String toString() {
        return String.join("\n", problems) + "\nWhat happened:\n" + String.join("\n", log);
    }
}
