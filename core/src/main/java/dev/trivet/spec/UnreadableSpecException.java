package dev.trivet.spec;

import java.io.Serial;

/**
 * A document could not be read as a spec: it is no YAML, or has keys or values that a spec does not have.
 *
 * @since 0.1.0
 */
public final class UnreadableSpecException extends TrivetException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What {@link #line()} gives. */
    private final int line;
    /** What {@link #column()} gives. */
    private final int column;

    UnreadableSpecException(String source, SourcePosition position, String problem) {
        super(source + ":" + position.line() + ":" + position.column() + ": " + problem);
        this.line = position.line();
        this.column = position.column();
    }

    /**
     * Where the trouble is.
     *
     * @return the line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Where the trouble is.
     *
     * @return the column, from 1
     */
    public int column() {
        return column;
    }
}
