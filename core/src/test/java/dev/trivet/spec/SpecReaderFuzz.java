package dev.trivet.spec;

import java.nio.charset.StandardCharsets;

/** What a coverage-guided fuzzer feeds: whatever the bytes are, they are read as a spec that can be written again, or refused. */
final class SpecReaderFuzz {

    private SpecReaderFuzz() {}

    /** The name and the signature are the fuzzer's. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            var spec = ClusterYaml.read("fuzz", bytes);
            var judged = spec.validate();
            require(judged.toString().length() >= judged.violations().size(), "nothing is said");
            require(ClusterYaml.read(ClusterYaml.write(spec)).equals(spec), "another spec is written");
        } catch (UnreadableSpecException e) {
            require(e.line() >= 1 && e.line() <= lines(bytes) && e.column() >= 1, "the place is not in the document");
        }
    }

    private static long lines(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return 1
                + text.chars()
                        .filter(letter -> letter == '\n' || letter == '\r')
                        .count();
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new AssertionError(otherwise);
        }
    }
}
