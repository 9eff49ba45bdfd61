package dev.trivet.spec;

import java.io.Serializable;

/**
 * A place in the document that a spec was read from.
 *
 * @param file the document's file as it was named, or {@code cluster.yaml} for a document read from a text
 * @param line the line, from 1
 * @param column the column, from 1; every character counts as one, however many columns a terminal gives it
 * @param length how many characters of this line are meant, at least 1
 * @param excerpt the line as it may be shown, a line break, and marks that stand below the place: cut around it where the line
 *     is long, stars for passwords, and escapes for what would steer a terminal; empty where there is nothing to show
 * @since 0.1.0
 */
public record SourcePlace(String file, int line, int column, int length, String excerpt) implements Serializable {

    /** As compilers write it, {@code cluster.yaml:12:49}, without what would steer a terminal. */
    @Override
    public String toString() {
        return Printable.whole(file) + ":" + line + ":" + column;
    }
}
