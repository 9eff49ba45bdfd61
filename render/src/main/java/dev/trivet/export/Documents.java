package dev.trivet.export;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The documents of an export.
 *
 * @param all every document, in order
 * @since 0.1.0
 */
public record Documents(List<Document> all) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when two have the same name
     */
    public Documents {
        all = List.copyOf(all);
        if (all.stream().map(Document::name).distinct().count() != all.size()) {
            throw new IllegalArgumentException("two documents have the same name: " + all);
        }
    }

    /**
     * One document.
     *
     * @param name its name, such as {@code m1/user-data}
     * @return the document
     * @throws IllegalArgumentException when there is no such document
     */
    public Document of(String name) {
        return all.stream()
                .filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no document is named " + name + "; there are " + all));
    }

    /**
     * Writes the documents as {@link Artifacts#writeTo(Path)} writes files: all or none as far as a file system can, with their
     * modes, and through no symbolic link.
     *
     * @param folder where they go; made when it is not there
     * @return their paths, in order
     * @throws dev.trivet.artifact.UnwritableArtifactException when one cannot be written
     */
    public List<Path> writeTo(Path folder) {
        var byFolder = new LinkedHashMap<String, List<Artifact>>();
        all.forEach(document -> byFolder.computeIfAbsent(document.folder(), key -> new ArrayList<>())
                .add(new Artifact(document.file(), document.mode(), document.text())));
        return new Artifacts(byFolder).writeTo(folder);
    }

    /** Every document's mode and name, a line each. */
    @Override
    public String toString() {
        return all.stream().map(Document::toString).collect(Collectors.joining("\n"));
    }
}
