package dev.trivet.spec;

import tools.jackson.core.TokenStreamLocation;

/** A place in a document, both counted from 1. */
record SourcePosition(int line, int column) {

    static SourcePosition of(TokenStreamLocation location) {
        return new SourcePosition(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
