package dev.trivet.plan;

import dev.trivet.artifact.Artifact;

/**
 * A file that is to become as it should be.
 *
 * @param artifact the file as it should be
 * @param before what is at its place
 * @since 0.1.0
 */
public record FileChange(Artifact artifact, FileFacts before) {

    /**
     * The difference, for people: a unified diff without secrets, or a line that says what changes where there is nothing to
     * compare.
     *
     * @return some lines of text, each with its end
     */
    public String diff() {
        if (!(before instanceof FileFacts.Present file)) {
            return "new file " + artifact + "\n";
        } else if (file.sha256().equals(Hashes.sha256(artifact.bytes()))) {
            return "mode and owner of " + artifact.path() + ": " + file.mode() + " " + file.owner() + " become "
                    + Integer.toOctalString(artifact.mode().bits()) + " 0:0\n";
        }
        return file.text()
                .map(text -> new UnifiedDiff(
                                Redaction.of(text).lines().toList(),
                                Redaction.of(artifact.text()).lines().toList())
                        .print(artifact.path()))
                .orElseGet(() -> "replaced " + artifact + ", whose content is not text\n");
    }

    /** The file, and what happens to it. */
    @Override
    public String toString() {
        return (before instanceof FileFacts.Absent ? "create " : "replace ") + artifact;
    }
}
