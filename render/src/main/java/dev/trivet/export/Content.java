package dev.trivet.export;

import dev.trivet.artifact.Artifact;
import java.util.Base64;
import java.util.regex.Pattern;

/** A file's content, as it stands in a document: as it is where every tool reads it for the same, in base64 elsewhere. */
final class Content {

    /** Whole lines of printable ASCII. YAML and the shell keep nothing else as it is in all their dialects. */
    private static final Pattern PLAIN = Pattern.compile("(?:[ -~]*\n)+");

    private Content() {}

    static boolean isPlain(Artifact artifact) {
        return PLAIN.matcher(artifact.text()).matches();
    }

    /** Not compressed, though it could be: the compressed bytes are not the same everywhere. */
    static String base64(Artifact artifact) {
        return Base64.getEncoder().encodeToString(artifact.bytes());
    }
}
