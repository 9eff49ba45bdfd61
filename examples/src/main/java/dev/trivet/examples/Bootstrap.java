package dev.trivet.examples;

import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Events;
import dev.trivet.render.Renderers;
import dev.trivet.spec.ClusterYaml;
import dev.trivet.spec.TrivetException;
import java.io.PrintStream;
import java.util.List;

/** From a spec to a running control plane, over SSH: plans, tells what it does, and goes on where an earlier run was cut off. */
public final class Bootstrap {

    private final PrintStream out;
    private final PrintStream err;

    Bootstrap(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Makes a control plane; ends with status 1 when it is not complete then, and 2 when the arguments are wrong.
     *
     * @param args see {@link BootstrapOptions#USAGE}
     */
    public static void main(String[] args) {
        int status = new Bootstrap(System.out, System.err).run(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Returns the exit status. */
    int run(String... args) {
        boolean help = List.of(args).contains("--help");
        if (args.length == 0 || help) {
            out.print(BootstrapOptions.USAGE);
            return help ? 0 : 2;
        }
        try {
            return run(BootstrapOptions.of(args)) ? 0 : 1;
        } catch (BootstrapOptions.WrongException e) {
            out.println(e.getMessage());
            return 2;
        } catch (TrivetException e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private boolean run(BootstrapOptions options) {
        var validation = ClusterYaml.read(options.spec()).validate();
        // What reads the JSON reads nothing else.
        var words = options.json() ? err : out;
        validation.violations().forEach(words::println);
        if (!validation.isValid()) {
            words.println(options.spec() + ": no master was asked; mend the errors above and run again.");
            return false;
        }
        var cluster = validation.orThrow();
        try (var ssh = options.open()) {
            var controlPlane = ControlPlane.of(cluster, Renderers.standard().render(cluster))
                    .over(ssh);
            if (options.planOnly()) {
                var plan = controlPlane.plan();
                out.print(options.json() ? plan.toJson() + "\n" : plan.describe());
                return plan.blockers().isEmpty();
            }
            return controlPlane.apply(Events.toConsole(out)).isComplete();
        }
    }
}
