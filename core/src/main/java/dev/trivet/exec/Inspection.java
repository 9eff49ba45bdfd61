package dev.trivet.exec;

import dev.trivet.plan.MasterFacts;

/**
 * What came back when a master was looked at.
 *
 * @since 0.1.0
 */
public sealed interface Inspection {

    /**
     * Everything that was asked.
     *
     * @param facts the facts
     * @since 0.1.0
     */
    record Answered(MasterFacts facts) implements Inspection {}

    /**
     * Nothing, or not all of it.
     *
     * @param reason what is wrong and what to do about it
     * @since 0.1.0
     */
    record Silent(String reason) implements Inspection {}
}
