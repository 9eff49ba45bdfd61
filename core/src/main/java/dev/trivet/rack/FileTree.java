package dev.trivet.rack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A machine's files. Folders are there where something is in them. */
final class FileTree {

    private final Map<String, StoredFile> files = new TreeMap<>();
    private final Set<String> links = new TreeSet<>();

    Optional<StoredFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    void write(String path, StoredFile file) {
        files.put(path, file);
    }

    void write(String path, String text) {
        write(path, StoredFile.ofRoot("600", text));
    }

    void link(String path) {
        links.add(path);
    }

    void delete(String path) {
        files.remove(path);
        links.remove(path);
    }

    /** The files in a folder and below. */
    List<String> below(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .toList();
    }

    List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** What lies in memory is gone after a restart. */
    void dropVolatile() {
        below("/run").forEach(this::delete);
    }

    /** What stands where a plain file should be or on the way there. */
    Optional<String> obstacle(String path) {
        for (String walked : prefixes(path)) {
            if (links.contains(walked)) {
                return Optional.of(walked + " is a symbolic link");
            } else if (!walked.equals(path) && files.containsKey(walked)) {
                return Optional.of(walked + " is no folder");
            }
        }
        return below(path).isEmpty() ? Optional.empty() : Optional.of(path + " is no plain file");
    }

    private static List<String> prefixes(String path) {
        var prefixes = new ArrayList<String>();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            prefixes.add(path.substring(0, slash));
        }
        prefixes.add(path);
        return prefixes;
    }
}
