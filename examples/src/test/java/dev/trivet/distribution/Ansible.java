package dev.trivet.distribution;

import dev.trivet.artifact.Artifact;
import dev.trivet.harness.Program;
import dev.trivet.spec.Master;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ansible with one playbook or another: as it comes, and as well tuned as it is without anything installed besides. */
record Ansible(Fleet fleet, Path folder) {

    private static final Map<String, String> TUNED =
            Map.of("ANSIBLE_PIPELINING", "True", "ANSIBLE_FORKS", "50", "ANSIBLE_GATHERING", "explicit");

    /** None where it is not installed. */
    List<Contender> contenders() throws IOException {
        if (Program.search("ansible-playbook").isEmpty()) {
            System.err.println("ansible-playbook is not installed; its rows are left out");
            return List.of();
        }
        Files.writeString(folder.resolve("hosts.yml"), inventory());
        return List.of(
                playbook("Ansible: `unarchive`, tuned", "unarchive.yml", TUNED),
                playbook("Ansible: `template`, tuned", "template.yml", TUNED),
                playbook("Ansible: `template`, as it comes", "template.yml", Map.of()));
    }

    /** Where it leaves the sockets of its connections, by which a later run would not be cold. */
    static Path sockets(Path folder) {
        return folder.resolve("ansible/cp");
    }

    private Contender playbook(String name, String playbook, Map<String, String> settings) {
        var environment = new HashMap<>(settings);
        environment.put("ANSIBLE_HOME", folder.resolve("ansible").toString());
        var inventory = folder.resolve("hosts.yml").toString();
        var command = List.of(
                "ansible-playbook", "-i", inventory, folder.resolve(playbook).toString());
        return new Contender(name, environment, command);
    }

    private String inventory() throws IOException {
        var text = new StringBuilder();
        text.append("all:\n  vars:\n    ansible_user: root\n    ansible_ssh_private_key_file: ")
                .append(fleet.key())
                .append("\n    ansible_ssh_common_args: -o UserKnownHostsFile=")
                .append(fleet.knownHosts())
                .append("\n    files: ")
                .append(folder.resolve("files"))
                .append("\n  hosts:\n");
        for (Master host : fleet.hosts()) {
            var files = folder.resolve("files").resolve(host.name());
            Program.run(List.of("tar", "-C", files.toString(), "-cf", files + ".tar", "etc"));
            var artifacts =
                    new FileTree(files).artifacts().stream().map(Ansible::entry).collect(Collectors.joining(", "));
            text.append(
                    "    %s: {ansible_host: %s, artifacts: [%s]}%n".formatted(host.name(), host.address(), artifacts));
        }
        return text.toString();
    }

    private static String entry(Artifact artifact) {
        return "{path: %s, mode: \"%04o\"}"
                .formatted(artifact.path(), artifact.mode().bits());
    }
}
