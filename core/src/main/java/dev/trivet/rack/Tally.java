package dev.trivet.rack;

/** Counts what must not happen too often. */
final class Tally {

    private int founded;
    private int joined;
    private int written;

    void founded() {
        founded++;
    }

    void joined() {
        joined++;
    }

    void wrote(int changes) {
        written += changes;
    }

    RackCounts counts() {
        return new RackCounts(founded, joined, written);
    }
}
