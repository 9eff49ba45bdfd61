package dev.trivet.spec;

import java.io.Serializable;
import java.util.List;

/**
 * One reason why a document is no spec.
 *
 * @param place where it stands
 * @param message what is wrong there, and mostly what to do
 * @since 0.1.0
 */
public record DocumentProblem(SourcePlace place, String message) implements Serializable {

    /**
     * What is wrong.
     *
     * @return the message's beginning
     */
    public String problem() {
        return Diagnosis.problem(message);
    }

    /**
     * What to do about it.
     *
     * @return the message's end; empty where what is wrong says it already
     */
    public String remedy() {
        return Diagnosis.remedy(message);
    }

    /** As compilers write it: the place and what is wrong, the document's line with the place marked, and what to do. */
    @Override
    public String toString() {
        return Diagnosis.text(List.of(place), "error: " + problem(), remedy());
    }
}
