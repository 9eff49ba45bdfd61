package dev.trivet.distribution;

import dev.trivet.coldstart.StartArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who distributes to a fleet, all by the same key; Trivet and OpenSSH by the same cipher and key exchange, too. */
final class Contenders {

    /** Of a run of seconds, the second compiler is never done; the collector that needs no threads starts at once. */
    private static final List<String> SHORT_RUN = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Fleet fleet;
    private final Path folder;
    private final String classPath;
    private final StartArchive memory =
            StartArchive.known().get(StartArchive.known().size() - 1);

    /**
     * Lays out what they need.
     *
     * @param folder a folder of their own, with the files of every host in {@code files/HOST}
     * @param classPath jars only, for the archive of class data
     */
    Contenders(Fleet fleet, Path folder, String classPath) throws IOException {
        this.fleet = fleet;
        this.folder = folder;
        this.classPath = classPath;
        for (String name : List.of("openssh.sh", "unpack.sh", "template.yml", "unarchive.yml")) {
            try (InputStream in = Contenders.class.getResourceAsStream(name)) {
                Files.write(
                        folder.resolve(name), Objects.requireNonNull(in, name).readAllBytes());
            }
        }
    }

    /** OpenSSH first. */
    List<Contender> all() throws IOException {
        var contenders = new ArrayList<Contender>();
        contenders.add(openSsh());
        contenders.add(trivet("Trivet", List.of(), files()));
        contenders.add(trivet("Trivet, set for a short run", SHORT_RUN, files()));
        contenders.add(trivet("Trivet, with " + memory.description(), remembering(memory.use(archive())), files()));
        contenders.add(trivet("Trivet, rendering as well", SHORT_RUN));
        contenders.addAll(new Ansible(fleet, folder).contenders());
        return contenders;
    }

    /** A run that others start from. */
    Contender rehearsal() {
        return trivet("the run before", remembering(memory.make(archive())), files());
    }

    private List<String> remembering(String option) {
        var options = new ArrayList<>(SHORT_RUN);
        options.add(option);
        return options;
    }

    private Contender trivet(String name, List<String> options, String... folders) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                classPath,
                Distribution.class.getName(),
                fleet.key().toString(),
                fleet.knownHosts().toString(),
                String.valueOf(fleet.hosts().size())));
        command.addAll(List.of(folders));
        return new Contender(name, Map.of(), command);
    }

    private Contender openSsh() {
        var command = new ArrayList<>(List.of(
                "bash",
                folder.resolve("openssh.sh").toString(),
                fleet.key().toString(),
                fleet.knownHosts().toString(),
                files()));
        fleet.hosts().forEach(host -> command.add(host.name() + "=" + host.address()));
        return new Contender("OpenSSH: `tar`, `ssh`, `mv`", Map.of(), command);
    }

    private Path archive() {
        return folder.resolve("trivet.memory");
    }

    private String files() {
        return folder.resolve("files").toString();
    }
}
