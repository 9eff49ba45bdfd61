package dev.trivet.spec;

import tools.jackson.core.TokenStreamLocation;

/** A place in a document, both counted from 1. */
record SourcePosition(int line, int column) {

    static final SourcePosition START = new SourcePosition(1, 1);

    static SourcePosition of(TokenStreamLocation location) {
        return new SourcePosition(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** The place of a character in a text; a pair of surrogates is one column, as it is for the parser. */
    static SourcePosition in(CharSequence text, int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++) {
            char passed = text.charAt(i);
            if (passed == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(passed)) {
                column++;
            }
        }
        return new SourcePosition(line, column);
    }
}
