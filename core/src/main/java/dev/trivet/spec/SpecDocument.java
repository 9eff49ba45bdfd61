package dev.trivet.spec;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/** A document that is known to have a spec's keys and kinds of values, and where each of them stands. */
final class SpecDocument {

    static final String HEADER = DocumentHeader.text();

    private final DocumentText text;
    private final Map<String, Span> places;
    private final BitSet hidden;

    SpecDocument(DocumentText text, Map<String, Span> places, BitSet hidden) {
        this.text = text;
        this.places = Map.copyOf(places);
        this.hidden = hidden;
    }

    /**
     * Reads a document as far as its keys and the kinds of its values.
     *
     * @throws UnreadableSpecException with everything that is no spec's
     */
    static SpecDocument scan(String file, String text) {
        var document = new DocumentText(file, text);
        PlainText.problem(text).ifPresent(problem -> {
            int offset = text.codePointCount(0, problem.offset());
            throw new UnreadableSpecException(
                    document.place(new Span(offset, offset + 1), new Secrets(document).hidden()), problem.words());
        });
        return new DocumentScanner(document).scan();
    }

    UnsplitReader reader() {
        return text.reader();
    }

    /** The place of a value, of its key where it has none to mark, or of the nearest one around it that was written. */
    SourcePlace place(String path) {
        return text.place(span(path), hidden);
    }

    /** The place of what was written there, if anything was. */
    Optional<SourcePlace> writtenPlace(String path) {
        return Optional.ofNullable(places.get(path)).map(span -> text.place(span, hidden));
    }

    private Span span(String path) {
        return Optional.ofNullable(places.get(path)).orElseGet(() -> span(around(path)));
    }

    /** Around all is the empty path, which always has a place. */
    private static String around(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
