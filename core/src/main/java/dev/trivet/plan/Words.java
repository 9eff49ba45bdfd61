package dev.trivet.plan;

import java.util.Locale;

/** Small help for sentences. */
final class Words {

    private Words() {}

    /** A constant as it stands in a sentence. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
