package dev.trivet.rack;

/** What goes wrong, and when: at a master's operation with this number, counted from the first run on. */
record Injection(String master, int number, Mishap mishap) {

    @Override
    public String toString() {
        return master + "/" + number + " " + mishap;
    }
}
