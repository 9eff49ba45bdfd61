package dev.trivet.rack;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import java.util.List;

/** The programs of a machine, as far as the engine calls them. */
final class Programs {

    private static final int NOT_FOUND = 127;

    private final Simulation simulation;
    private final MachineState machine;

    Programs(Simulation simulation, MachineState machine) {
        this.simulation = simulation;
        this.machine = machine;
    }

    CommandResult.Finished run(Command command) {
        synchronized (simulation) {
            var program = command.words().get(0);
            var arguments = command.words().subList(1, command.words().size());
            return switch (program) {
                case "kubeadm" -> new KubeadmProgram(simulation, machine).run(arguments);
                case "crictl" -> crictl(arguments);
                case "rm" -> remove(arguments);
                case "cat" -> print(arguments);
                default -> failed(NOT_FOUND, program + ": not found");
            };
        }
    }

    static CommandResult.Finished printed(String output) {
        return new CommandResult.Finished(0, output, "");
    }

    static CommandResult.Finished failed(int exitCode, String errors) {
        return new CommandResult.Finished(exitCode, "", errors + "\n");
    }

    private CommandResult.Finished crictl(List<String> arguments) {
        int at = arguments.indexOf("pull") + 1;
        if (at == 0 || at == arguments.size()) {
            return failed(1, "crictl: only pull is simulated");
        }
        machine.images().add(arguments.get(at));
        simulation.tally().wrote(1);
        return printed("Image is up to date for " + arguments.get(at) + "\n");
    }

    private CommandResult.Finished remove(List<String> arguments) {
        arguments.stream().filter(Programs::isPath).forEach(machine.files()::delete);
        simulation.tally().wrote(1);
        simulation.settle();
        return printed("");
    }

    private CommandResult.Finished print(List<String> arguments) {
        var text = new StringBuilder();
        for (String path : arguments.stream().filter(Programs::isPath).toList()) {
            var file = machine.files().find(path);
            if (file.isEmpty()) {
                return failed(1, "cat: " + path + ": No such file or directory");
            }
            text.append(file.get().text());
        }
        return printed(text.toString());
    }

    private static boolean isPath(String word) {
        return word.startsWith("/");
    }
}
