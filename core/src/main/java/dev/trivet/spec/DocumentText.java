package dev.trivet.spec;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** A document's text, and where in it something stands. */
final class DocumentText {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String file;
    private final int[] characters;
    private final int[] lines;

    DocumentText(String file, String text) {
        this.file = file;
        this.characters = text.codePoints().toArray();
        this.lines = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, characters.length)
                                .filter(this::endsLine)
                                .map(offset -> offset + 1))
                .toArray();
    }

    UnsplitReader reader() {
        return new UnsplitReader(text(new Span(0, characters.length)));
    }

    int length() {
        return characters.length;
    }

    int at(int offset) {
        return characters[offset];
    }

    boolean isAt(char character, int offset) {
        return offset < characters.length && characters[offset] == character;
    }

    String text(Span span) {
        return new String(characters, span.begin(), span.end() - span.begin());
    }

    /** Behind a key: where its value could begin. */
    int afterColon(int offset) {
        int after = afterBlanks(offset);
        return isAt(':', after) ? afterBlanks(after + 1) : after;
    }

    private int afterBlanks(int offset) {
        int after = offset;
        while (isAt(' ', after) || isAt('\t', after)) {
            after++;
        }
        return after;
    }

    /** The line around a character, without what ends it. */
    Span line(int offset) {
        int begin = lines[lineIndex(offset)];
        int end = offset;
        while (end < characters.length && !isAt('\n', end) && !isAt('\r', end)) {
            end++;
        }
        return new Span(begin, end);
    }

    /** The character at a line and a column; where the text ends before, its end. */
    int offset(SourcePosition position) {
        if (position.line() > lines.length) {
            return characters.length;
        }
        int offset = lines[position.line() - 1];
        int end = line(offset).end();
        for (int column = 1; offset < end && (column < position.column() || isMark(offset)); offset++) {
            column += isMark(offset) ? 0 : 1;
        }
        return offset;
    }

    /** The number of a character's line, from 1. */
    int lineNumber(int offset) {
        return lineIndex(offset) + 1;
    }

    /** What is hidden of a place's line is shown as stars. */
    SourcePlace place(Span span, BitSet hidden) {
        int index = lineIndex(span.begin());
        int passed = (int) IntStream.range(lines[index], span.begin())
                .filter(offset -> !isMark(offset))
                .count();
        int end = Math.min(span.end(), line(span.begin()).end());
        return new SourcePlace(
                file, index + 1, passed + 1, Math.max(1, end - span.begin()), Excerpt.of(this, span, hidden));
    }

    private int lineIndex(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found < 0 ? -found - 2 : found;
    }

    /** For the parser, the mark takes no column. */
    private boolean isMark(int offset) {
        return characters[offset] == BYTE_ORDER_MARK;
    }

    private boolean endsLine(int offset) {
        return isAt('\n', offset) || (isAt('\r', offset) && !isAt('\n', offset + 1));
    }
}
