package dev.trivet.plan;

/** Small help for sentences. */
final class Words {

    private Words() {}

    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
