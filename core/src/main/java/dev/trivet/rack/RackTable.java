package dev.trivet.rack;

import dev.trivet.plan.JobNames;
import dev.trivet.plan.JobStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rack for people: a line for each master. */
final class RackTable {

    private static final List<String> HEADINGS = List.of("master", "kubeadm", "etcd", "virtual IP", "static pods");

    private RackTable() {}

    static String of(Simulation simulation) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADINGS);
        simulation.machines().forEach(machine -> rows.add(row(simulation, machine)));
        return rows.stream().map(row -> line(row, rows)).collect(Collectors.joining("\n"));
    }

    static List<String> row(Simulation simulation, MachineState machine) {
        return List.of(
                machine.name(),
                kubeadm(simulation, machine),
                simulation
                        .clusterOf(machine)
                        .map(kube -> kube.etcd().describe(machine.name()))
                        .orElse("-"),
                simulation.services().holds(machine) ? "here" : "-",
                machine.answers() ? pods(machine) : "does not answer");
    }

    private static String line(List<String> row, List<List<String>> rows) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            int column = i;
            int width = rows.stream()
                    .mapToInt(other -> other.get(column).length())
                    .max()
                    .orElse(1);
            line.append(String.format(Locale.ROOT, "%-" + (width + 2) + "s", row.get(i)));
        }
        return line.toString().stripTrailing();
    }

    private static String kubeadm(Simulation simulation, MachineState machine) {
        for (String name : List.of(JobNames.JOIN, JobNames.INIT)) {
            var job = machine.jobs().find(name).filter(found -> !found.status().equals(JobStatus.SUCCEEDED));
            if (job.isPresent()) {
                return name.substring("kubeadm-".length()) + (job.get().isRunning() ? " runs" : " broke off");
            }
        }
        return simulation
                .clusterOf(machine)
                .filter(kube -> kube.masters().contains(machine.name()))
                .map(kube -> "master")
                .orElse("-");
    }

    private static String pods(MachineState machine) {
        var names = machine.podNames();
        return names.isEmpty() ? "-" : String.join(" ", names);
    }
}
