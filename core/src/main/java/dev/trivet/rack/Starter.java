package dev.trivet.rack;

import dev.trivet.exec.Job;
import dev.trivet.exec.StartResult;
import java.util.List;

/** Starts jobs. */
record Starter(Simulation simulation, MachineState machine) {

    StartResult start(Job job) {
        synchronized (simulation) {
            if (machine.jobs().isRunning(job.name())) {
                return new StartResult.AlreadyRunning();
            } else if (machine.jobs()
                    .find(job.name())
                    .filter(found -> found.isRun(job.run()))
                    .isPresent()) {
                return new StartResult.Started();
            }
            var run = new KubeadmRun(simulation, machine, job.words());
            var started = new RackJob(run, phases(job.words()), job);
            machine.jobs().put(job.name(), started);
            simulation.tally().wrote(1);
            started.begin();
            return new StartResult.Started();
        }
    }

    private static List<Phase> phases(List<String> words) {
        return switch (String.join(" ", words.subList(0, Math.min(2, words.size())))) {
            case "kubeadm init" -> InitPhases.all();
            case "kubeadm join" ->
                JoinPhases.all().stream()
                        .filter(phase -> !words.contains("--skip-phases=" + phase.name()))
                        .toList();
            default ->
                List.of(Phase.of("start", 0, run -> {
                    throw new KubeadmFailure(words.get(0) + ": not simulated as a job");
                }));
        };
    }
}
