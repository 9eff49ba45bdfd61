package dev.trivet.spec;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A document could not be read as a spec: it is no YAML, or has keys or values that a spec does not have.
 *
 * @since 0.1.0
 */
public final class UnreadableSpecException extends TrivetException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What {@link #problems()} gives. */
    private final ArrayList<DocumentProblem> problems;

    UnreadableSpecException(List<DocumentProblem> problems) {
        super(problems.stream().map(DocumentProblem::toString).collect(Collectors.joining("\n")));
        this.problems = new ArrayList<>(problems);
    }

    UnreadableSpecException(SourcePlace place, String message) {
        this(List.of(new DocumentProblem(place, message)));
    }

    /**
     * Everything that no spec has, as far as the document can be followed: not beyond where it is no YAML, or too much.
     *
     * @return one problem or more, in the document's order, and of very many the first 100
     */
    public List<DocumentProblem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Where the first problem is.
     *
     * @return the line, from 1
     */
    public int line() {
        return problems.get(0).place().line();
    }

    /**
     * Where the first problem is.
     *
     * @return the column, from 1
     */
    public int column() {
        return problems.get(0).place().column();
    }

    /**
     * The problems for programs.
     *
     * @return a JSON object with the problems and their places
     */
    public String toJson() {
        return SpecJson.of(this);
    }
}
