package dev.trivet.spec;

import tools.jackson.core.TokenStreamLocation;

/** A place in a document, both counted from 1. */
record SourcePosition(int line, int column) {

    static final SourcePosition START = new SourcePosition(1, 1);

    static SourcePosition of(TokenStreamLocation location) {
        return new SourcePosition(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** The place of a character in a text. */
    static SourcePosition in(CharSequence text, int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++) {
            column = text.charAt(i) == '\n' ? 1 : column + 1;
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return new SourcePosition(line, column);
    }
}
