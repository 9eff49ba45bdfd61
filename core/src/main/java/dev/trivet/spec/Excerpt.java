package dev.trivet.spec;

import java.util.BitSet;

/** A line of a document as people see it, and marks below a place in it. */
final class Excerpt {

    private static final int LONGEST = 120;
    private static final int BEFORE = 60;
    private static final String CUT = "...";

    private final DocumentText text;
    private final Span marked;
    private final BitSet hidden;
    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder marks = new StringBuilder();

    private Excerpt(DocumentText text, Span marked, BitSet hidden) {
        this.text = text;
        this.marked = marked;
        this.hidden = hidden;
    }

    /** The line with the place's beginning and the marks in a second one; nothing of a line in which nothing stands. */
    static String of(DocumentText text, Span place, BitSet hidden) {
        var line = text.line(place.begin());
        int end = Math.max(place.begin() + 1, Math.min(place.end(), line.end()));
        var excerpt = new Excerpt(text, new Span(place.begin(), end), hidden);
        if (text.text(line).isBlank()) {
            return "";
        }
        excerpt.show(line);
        return excerpt.shown + "\n" + excerpt.marks.toString().stripTrailing();
    }

    private void show(Span line) {
        var window = window(line);
        if (window.begin() > line.begin()) {
            append(CUT, ' ', CUT.length());
        }
        for (int i = window.begin(); i < window.end(); i++) {
            append(i);
        }
        if (marked.begin() == line.end()) {
            marks.append('^');
        } else if (window.end() < line.end()) {
            append(CUT, ' ', CUT.length());
        }
    }

    private Span window(Span line) {
        if (line.end() - line.begin() <= LONGEST) {
            return line;
        }
        int begin = Math.max(line.begin(), Math.min(marked.begin() - BEFORE, line.end() - LONGEST));
        return new Span(begin, begin + LONGEST);
    }

    private void append(int offset) {
        int character = text.at(offset);
        boolean isMarked = marked.contains(offset);
        if (hidden.get(offset)) {
            append("*", isMarked ? '^' : ' ', 1);
        } else if (character == '\t') {
            append("\t", isMarked ? '^' : '\t', 1);
        } else {
            var printable = Printable.of(character);
            boolean isEscape = printable.codePointCount(0, printable.length()) > 1;
            int columns = isEscape ? printable.length() : Printable.columns(character);
            // What only changes the letter before it takes no column, and is marked all the same.
            append(printable, isMarked ? '^' : ' ', isMarked ? Math.max(1, columns) : columns);
        }
    }

    private void append(String letters, char mark, int columns) {
        shown.append(letters);
        marks.append(String.valueOf(mark).repeat(columns));
    }
}
