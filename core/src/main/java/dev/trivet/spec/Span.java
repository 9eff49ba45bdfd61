package dev.trivet.spec;

/** A stretch of a document, counted in code points from 0 as the YAML parser counts them: its first one, and the one behind it. */
record Span(int begin, int end) {

    boolean contains(int offset) {
        return begin <= offset && offset < end;
    }
}
