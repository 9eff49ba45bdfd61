package dev.trivet.exec;

import dev.trivet.plan.Continuation;
import dev.trivet.plan.Health;
import dev.trivet.plan.JobNames;
import dev.trivet.plan.MasterFacts;
import dev.trivet.plan.Membership;
import dev.trivet.plan.NodeFiles;
import dev.trivet.plan.Step;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins one more master. */
record JoinRunner(Workbench bench) {

    private static final Duration READY = Duration.ofMinutes(5);

    void run(Step.JoinMaster step) throws StepFailedException, InterruptedException {
        var job = new Job(JobNames.JOIN, words(step), JoinFiles.ALL);
        var runner = new JobRunner(bench, step);
        if (step.continuation() == Continuation.RUNNING) {
            runner.run(job, step.continuation());
            return;
        }
        var sponsor = sponsor(step);
        var mint = new JoinMint(bench, step, sponsor);
        var secrets = mint.mint(bench.facts(sponsor)
                .flatMap(facts -> facts.kubeadm().authority())
                .orElseThrow(() -> new StepFailedException(sponsor + " has no CA any more", "run again")));
        try {
            put(step, secrets);
            runner.run(job, step.continuation());
        } finally {
            mint.revoke(secrets);
        }
    }

    private void put(Step.JoinMaster step, JoinSecrets secrets) throws StepFailedException, InterruptedException {
        var template = bench.artifacts().of(step.master(), NodeFiles.KUBEADM_JOIN);
        var files = JoinFiles.of(template, bench.cluster().endpoint(), secrets, bench.discovery());
        new FilesRunner(bench).put(step, step.master(), files);
    }

    /** A complete master whose API server is ready and whose etcd can take one more member in. */
    private String sponsor(Step.JoinMaster step) throws StepFailedException, InterruptedException {
        var candidates = bench.cluster().masters().stream()
                .map(Master::name)
                .filter(name -> !name.equals(step.master()))
                .toList();
        var found = new ArrayList<String>();
        bench.await(step, READY, 1, () -> {
            var missing = new ArrayList<String>();
            for (String candidate : candidates) {
                var unmet = unmet(candidate);
                if (unmet.isEmpty()) {
                    found.add(candidate);
                    return Optional.empty();
                }
                unmet.get().forEach(reason -> missing.add(candidate + ": " + reason));
            }
            return Optional.of(String.join(", ", missing));
        });
        return found.get(0);
    }

    /** Nothing where the master can sponsor a join; a list, maybe empty, of what it lacks otherwise. */
    private Optional<List<String>> unmet(String candidate) {
        Optional<MasterFacts> facts = bench.facts(candidate);
        if (facts.isEmpty()) {
            return Optional.of(List.of("does not answer"));
        } else if (facts.get().membership() != Membership.COMPLETE) {
            return Optional.of(List.of());
        }
        return Optional.of(Health.unmetForJoining(facts.get())).filter(unmet -> !unmet.isEmpty());
    }

    private static List<String> words(Step.JoinMaster step) {
        var words = new ArrayList<>(List.of("kubeadm", "join", "--config", JoinFiles.CONFIG));
        words.addAll(InitRunner.ignored(step.ignoredChecks()));
        return words;
    }
}
