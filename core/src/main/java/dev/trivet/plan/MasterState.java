package dev.trivet.plan;

import java.time.Duration;

/**
 * What is known of one master: its facts, or why there are none.
 *
 * @since 0.1.0
 */
public sealed interface MasterState {

    /**
     * It answered.
     *
     * @param facts what was seen on it
     * @param clockAhead how far its clock is ahead of the observer's; below zero where it is behind
     * @since 0.1.0
     */
    record Reached(MasterFacts facts, Duration clockAhead) implements MasterState {

        /** The facts, in short. */
        @Override
        public String toString() {
            return facts.toString();
        }
    }

    /**
     * It did not answer, or not completely.
     *
     * @param reason what is wrong and what to do about it
     * @since 0.1.0
     */
    record NotReached(String reason) implements MasterState {

        /** The reason. */
        @Override
        public String toString() {
            return "not reached: " + reason;
        }
    }
}
