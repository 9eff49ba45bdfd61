package dev.trivet.rack;

/**
 * One call of the executor.
 *
 * @param number its number on the rack, from 1
 * @param master where
 * @param numberThere its number on that master, from 1: where masters are worked on side by side, this one repeats in every run
 * @param kind which of the executor's methods
 * @param what what is asked, without secrets
 * @since 0.1.0
 */
public record Operation(int number, String master, int numberThere, Kind kind, String what) {

    private static final int LONGEST = 120;

    /**
     * The executor's methods.
     *
     * @since 0.1.0
     */
    public enum Kind {
        /** Look at a master. */
        INSPECT,
        /** Put files. */
        PUT,
        /** Start a job. */
        START,
        /** Follow a job. */
        FOLLOW,
        /** Hold a master. */
        HOLD,
        /** Run a command. */
        RUN;

        boolean onlyReads() {
            return this == INSPECT || this == FOLLOW;
        }
    }

    /** For instance {@code #7 m1/4 START kubeadm-init}; not more of what is done than a line takes. */
    @Override
    public String toString() {
        var shown = what.length() > LONGEST ? what.substring(0, LONGEST) + "..." : what;
        return "#" + number + " " + master + "/" + numberThere + " " + kind + " " + shown;
    }
}
