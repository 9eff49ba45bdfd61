package dev.trivet.rack;

import dev.trivet.artifact.Artifact;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file on a machine: its mode in octal as {@code stat} prints it, its owner's numbers, and its text. */
record StoredFile(String mode, String owner, String text) {

    static StoredFile ofRoot(String mode, String text) {
        return new StoredFile(mode, "0:0", text);
    }

    static StoredFile of(Artifact artifact) {
        return ofRoot(Integer.toOctalString(artifact.mode().bits()), artifact.text());
    }

    String hash() {
        return Hashes.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As an inspection shows it: with its text where that is not the expected one. */
    FileFacts facts(String expectedHash) {
        var found = hash();
        return new FileFacts.Present(
                found, mode, owner, found.equals(expectedHash) ? Optional.empty() : Optional.of(text));
    }
}
