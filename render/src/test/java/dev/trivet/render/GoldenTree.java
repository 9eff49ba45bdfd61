package dev.trivet.render;

import dev.trivet.artifact.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files below a folder, by their paths in it; what a file system may not keep, the modes, stand in modes.txt. */
final class GoldenTree {

    private static final String MODES = "modes.txt";

    private GoldenTree() {}

    static Map<String, String> of(Artifacts artifacts) {
        var texts = new TreeMap<String, String>();
        var modes = new StringBuilder();
        for (String master : artifacts.masters()) {
            artifacts.of(master).forEach(artifact -> {
                modes.append(master + " " + artifact + "\n");
                texts.put(master + artifact.path(), artifact.text());
            });
        }
        texts.put(MODES, modes.toString());
        return texts;
    }

    static Map<String, String> read(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path file : paths.filter(Files::isRegularFile).toList()) {
                    texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return texts;
    }

    /** Replaces the whole folder, so that no file of an earlier run is left. */
    static void write(Path folder, Map<String, String> texts) throws IOException {
        Scratch.remove(folder);
        for (var entry : texts.entrySet()) {
            var file = folder.resolve(entry.getKey());
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, entry.getValue());
        }
    }
}
