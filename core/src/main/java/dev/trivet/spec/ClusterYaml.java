package dev.trivet.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads and writes a {@link ClusterSpec} as a YAML document.
 *
 * <p>Reading is strict: at most 1 MiB of UTF-8, 65,536 characters a line, 32 levels and 2,000 values, one document, no
 * anchors, aliases or tags, no null but {@code null} and nothing, no key twice and none that a spec does not have.
 *
 * @since 0.1.0
 */
public final class ClusterYaml {

    private static final int MAX_BYTES = 1 << 20;

    private ClusterYaml() {}

    /**
     * Reads a spec from a file.
     *
     * @param file a YAML file
     * @return the spec, not yet validated; its violations will have their places in the file
     * @throws UnreadableSpecException with every place and what is wrong there, when the file cannot be read or is no spec
     */
    public static ClusterSpec read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return read(file.toString(), in.readNBytes(MAX_BYTES + 1));
        } catch (IOException e) {
            throw unreadable(file.toString(), "", "cannot be opened: " + e + "; check path and permissions");
        }
    }

    /**
     * Reads a spec from a text.
     *
     * @param yaml a YAML document
     * @return the spec, not yet validated; its violations will have their places in the text, as of a file {@code cluster.yaml}
     * @throws UnreadableSpecException with every place and what is wrong there, when the text is no spec
     */
    public static ClusterSpec read(String yaml) {
        return read("cluster.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a spec: what was said, and nothing that was left to its default.
     *
     * @param spec the spec
     * @return a YAML document that {@link #read(String)} reads as an equal spec; unless it has a duration that no unit can say,
     *     finer than a millisecond or of more than 10,000 whole days, which is written in ISO form, as in {@code PT0.0000005S}, and not read
     */
    public static String write(ClusterSpec spec) {
        return SpecDocument.HEADER + SpecMapper.write(spec);
    }

    /**
     * The JSON Schema of the document, draft 2020-12, for editors and other tools: every key with its meaning, default and bounds.
     * What it refuses, Trivet refuses too; rules that hold several values against each other are beyond it.
     *
     * @return the schema, as JSON; also found as {@code dev/trivet/spec/cluster.schema.json} in Trivet's archive
     */
    public static String schema() {
        try (var in = Objects.requireNonNull(ClusterYaml.class.getResourceAsStream("cluster.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ClusterSpec read(String source, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw unreadable(source, "", "is larger than 1 MiB; a spec takes a few hundred bytes");
        }
        var document = SpecDocument.scan(source, decoded(source, bytes));
        return SpecMapper.read(document);
    }

    private static String decoded(String source, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        try {
            var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
            if (result.isError()) {
                result.throwException();
            }
            return out.flip().toString();
        } catch (CharacterCodingException e) {
            throw unreadable(source, out.flip().toString(), "is not UTF-8 here; save the file as UTF-8");
        }
    }

    /** At the end of what is known of the text. */
    private static UnreadableSpecException unreadable(String source, String known, String message) {
        var text = new DocumentText(source, known);
        return new UnreadableSpecException(
                text.place(new Span(text.length(), text.length() + 1), new Secrets(text).hidden()), message);
    }
}
