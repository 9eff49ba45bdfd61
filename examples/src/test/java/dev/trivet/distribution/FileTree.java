package dev.trivet.distribution;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One host's files below a folder, be it the host's root or a copy. */
record FileTree(Path root) {

    List<Artifact> artifacts() {
        try {
            var artifacts = new ArrayList<Artifact>();
            for (Path file : files()) {
                artifacts.add(new Artifact("/" + root.relativize(file), mode(file), Files.readString(file)));
            }
            return artifacts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what is below " + root, e);
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Whether every file is as in another tree, mode and all. */
    boolean has(List<Artifact> artifacts) throws IOException {
        for (Artifact artifact : artifacts) {
            var file = root.resolve(artifact.path().substring(1));
            if (!Files.exists(file)
                    || !artifact.equals(new Artifact(artifact.path(), mode(file), Files.readString(file)))) {
                return false;
            }
        }
        return true;
    }

    private static FileMode mode(Path file) throws IOException {
        int bits = (Integer) Files.getAttribute(file, "unix:mode");
        return new FileMode(bits & 0777);
    }
}
