package dev.trivet.examples;

import dev.trivet.artifact.Artifacts;
import dev.trivet.failover.FailoverAnalysis;
import dev.trivet.failover.FailoverReport;
import dev.trivet.render.Renderers;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterYaml;
import dev.trivet.spec.UnreadableSpecException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * From a spec to a control plane: reads {@code cluster.yaml}, validates it, renders both sets of files, and tries the standard
 * one on a simulated rack.
 */
public final class Quickstart {

    private final PrintStream out;

    Quickstart(PrintStream out) {
        this.out = out;
    }

    /**
     * Renders a cluster; ends with status 1 when the spec has errors.
     *
     * @param args the spec's file, and the folder that the files are written to
     */
    public static void main(String[] args) {
        if (args.length != 2) {
            System.err.println("usage: Quickstart CLUSTER.yaml FOLDER");
            System.exit(2);
        }
        boolean rendered = new Quickstart(System.out).run(Path.of(args[0]), Path.of(args[1]));
        if (!rendered) {
            System.exit(1);
        }
    }

    /** Returns whether the spec was valid. */
    boolean run(Path file, Path folder) {
        try {
            var validation = ClusterYaml.read(file).validate();
            validation.violations().forEach(out::println);
            if (!validation.isValid()) {
                out.println(file + ": nothing was rendered; mend the errors above and run again. What is in " + folder
                        + " is older.");
                return false;
            }
            render(validation.orThrow(), folder);
            return true;
        } catch (UnreadableSpecException e) {
            out.println(e.getMessage());
            return false;
        }
    }

    private void render(Cluster cluster, Path folder) {
        var standard = Renderers.standard().render(cluster);
        write("standard (the hardened set)", standard, folder.resolve("standard"));
        write("classic (the article's five files)", Renderers.classic().render(cluster), folder.resolve("classic"));

        var first = cluster.masters().get(0).name();
        out.println("One of them, " + first + "'s keepalived.conf:");
        out.println();
        out.println(standard.of(first, "/etc/keepalived/keepalived.conf").text().indent(4));
        out.println("What it survives:");
        out.println();
        var analysis = FailoverAnalysis.of(cluster);
        out.println(analysis.explain().indent(4));
        out.println("To look at: " + FailoverReport.of(analysis).writeTo(folder.resolve("failover.html")));
        out.println();
        out.println("Tried on a simulated rack, in simulated time:");
        out.println();
        new SimulatedRack(cluster, standard, out).run();
        out.println();
        new NextSteps(cluster, out).print();
    }

    private void write(String title, Artifacts artifacts, Path folder) {
        var written = artifacts.writeTo(folder);
        out.println(title + ": " + written.size() + " files in " + folder);
        for (String master : artifacts.masters()) {
            out.println("  " + master);
            artifacts.of(master).forEach(artifact -> out.println("    " + artifact));
        }
        out.println();
    }
}
