package dev.trivet.spec;

import java.io.Reader;

/** Never ends amid a pair of surrogates, of which the YAML parser (snakeyaml-engine 3.0.1) runs over the end of its buffer. */
final class UnsplitReader extends Reader {

    private final String text;
    private int passed;

    UnsplitReader(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] letters, int offset, int length) {
        if (passed == text.length()) {
            return -1;
        }
        int end = Math.min(text.length(), passed + length);
        if (end - passed > 1 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        text.getChars(passed, end, letters, offset);
        int count = end - passed;
        passed = end;
        return count;
    }

    @Override
    public void close() {
        // There is nothing to let go.
    }
}
