package dev.trivet.artifact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of every master.
 *
 * @since 0.1.0
 */
public final class Artifacts {

    private static final Pattern MASTER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

    private final Map<String, List<Artifact>> byMaster;

    /**
     * Takes the files of every master, in the order in which they are put there.
     *
     * @param byMaster the files by the master's name, in the masters' order
     * @throws IllegalArgumentException when a name is no host's name
     */
    public Artifacts(Map<String, List<Artifact>> byMaster) {
        var copy = new LinkedHashMap<String, List<Artifact>>();
        byMaster.forEach((master, artifacts) -> {
            if (!MASTER.matcher(master).matches()) {
                throw new IllegalArgumentException("master " + master + " has no host's name; use an RFC 1123 name");
            }
            copy.put(master, List.copyOf(artifacts));
        });
        this.byMaster = Collections.unmodifiableMap(copy);
    }

    /**
     * The masters that have files.
     *
     * @return their names, in order
     */
    public Set<String> masters() {
        return byMaster.keySet();
    }

    /**
     * The files of one master.
     *
     * @param master its name
     * @return its files, in the order in which they are put there
     * @throws IllegalArgumentException when there is no such master
     */
    public List<Artifact> of(String master) {
        var artifacts = byMaster.get(master);
        if (artifacts == null) {
            throw new IllegalArgumentException("no master is named " + master + "; there are " + masters());
        }
        return artifacts;
    }

    /**
     * One file of one master.
     *
     * @param master its name
     * @param path the file's path there
     * @return the file
     * @throws IllegalArgumentException when there is no such master or file
     */
    public Artifact of(String master, String path) {
        return of(master).stream()
                .filter(artifact -> artifact.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "master " + master + " has no file " + path + "; it has " + of(master)));
    }

    /**
     * Writes a tree for every master: {@code folder/m1/etc/keepalived/keepalived.conf} and so on, with the files' modes
     * where the file system knows modes. Every file is written beside its place first; only when all are written do they
     * take their places, each in one step. Other files are left alone.
     *
     * @param folder where the masters' trees go; made when it is not there
     * @return the files' paths, in order
     * @throws UnwritableArtifactException when a file cannot be written, or would be written through a symbolic link
     */
    public List<Path> writeTo(Path folder) {
        try (var writer = new TreeWriter()) {
            var written = new ArrayList<Path>();
            byMaster.forEach((master, artifacts) ->
                    artifacts.forEach(artifact -> written.add(writer.stage(folder, master, artifact))));
            writer.commit();
            return List.copyOf(written);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Artifacts that && byMaster.equals(that.byMaster);
    }

    @Override
    public int hashCode() {
        return byMaster.hashCode();
    }

    /** Every file's master, mode, path and size, a line each. */
    @Override
    public String toString() {
        return byMaster.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(artifact -> entry.getKey() + " " + artifact + ", " + artifact.bytes().length + " B"))
                .collect(Collectors.joining("\n"));
    }
}
