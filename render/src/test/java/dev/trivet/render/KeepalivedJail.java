package dev.trivet.render;

import dev.trivet.spec.Master;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * keepalived in name spaces of its own, where every master's files stand at their real place with their real modes, and
 * its interfaces are there: so that it has no other reason to complain than what was rendered.
 */
final class KeepalivedJail {

    /** Kernels differ in the kinds of interfaces that they have; one that is left to itself calls a peer veth0, as the next may be. */
    private static final String SCRIPT = """
            keepalived=$1 folder=$2
            shift 2
            count=0
            for name; do
                count=$((count + 1))
                ip link add "$name" type dummy 2>/dev/null || ip link add "$name" type veth peer name "peer$count" || exit 1
            done
            for tree in "$folder"/*; do
                mount --bind "$tree"/*/etc/keepalived /etc/keepalived || exit 1
                "$keepalived" --config-test --use-file=/etc/keepalived/keepalived.conf >"$tree/output" 2>&1
                echo $? >"$tree/exit"
                umount /etc/keepalived || exit 1
            done
            """;

    private KeepalivedJail() {}

    static boolean isPossible() {
        return Files.isDirectory(Path.of(NodePaths.KEEPALIVED_FOLDER))
                && Tool.named("unshare").run("--mount", "--net", "true").exitCode() == 0;
    }

    /** What keepalived says of every sample's configuration, in their order. */
    static List<Tool.Result> check(List<Sample> samples) {
        try (var scratch = Scratch.open()) {
            var trees = new ArrayList<Path>();
            for (Sample sample : samples) {
                var tree = scratch.folder().resolve("%04d".formatted(trees.size()));
                sample.below(NodePaths.KEEPALIVED_FOLDER).writeTo(tree);
                trees.add(tree);
            }
            run(scratch.folder(), samples);
            var results = new ArrayList<Tool.Result>();
            for (Path tree : trees) {
                int exitCode =
                        Integer.parseInt(Files.readString(tree.resolve("exit")).strip());
                results.add(new Tool.Result(exitCode, Files.readString(tree.resolve("output"))));
            }
            return results;
        } catch (IOException e) {
            throw new IllegalStateException("keepalived was not run on every sample", e);
        }
    }

    private static void run(Path folder, List<Sample> samples) {
        var arguments = new ArrayList<>(List.of("--mount", "--net", "sh", "-c", SCRIPT, "jail"));
        arguments.add(Tool.named("keepalived").program().toString());
        arguments.add(folder.toString());
        samples.stream()
                .map(Sample::master)
                .map(Master::networkInterface)
                .distinct()
                .forEach(arguments::add);
        var result = Tool.named("unshare").run(arguments);
        if (result.exitCode() != 0) {
            throw new IllegalStateException("the jail could not be built: " + result.text());
        }
    }
}
