package dev.trivet.exec;

import dev.trivet.plan.Authority;
import dev.trivet.plan.Continuation;
import dev.trivet.plan.Health;
import dev.trivet.plan.JobNames;
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

    /** What kubeadm would complain of where a kubelet has joined before. */
    private static final String KUBELET_IS_HERE = "FileAvailable--etc-kubernetes-kubelet.conf";

    void run(Step.JoinMaster step) throws StepFailedException, InterruptedException {
        var runner = new JobRunner(bench, step);
        if (step.continuation() == Continuation.RUNNING) {
            runner.run(job(step), step.continuation());
            return;
        }
        var sponsor = sponsor(step);
        var mint = new JoinMint(bench, step, sponsor.name());
        var secrets = mint.mint(sponsor.authority());
        try {
            put(step, secrets, discovery(sponsor));
            try {
                runner.run(job(step), step.continuation());
            } catch (StepFailedException e) {
                if (!goesOnBehindTheKubelet(step, e.failure())) {
                    throw e;
                }
                bench.progress(step, "the node is ready since the attempt before: going on behind the kubelet's start");
                put(step, secrets, discovery(sponsor));
                runner = new JobRunner(bench, step);
                runner.run(job(step, "--skip-phases=kubelet-start"), step.continuation());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        } finally {
            // What goes on without us still needs the token; whoever sees its end takes that back.
            if (!runner.mayRun()) {
                mint.revoke(secrets.token());
            }
        }
    }

    /** That a name is taken by a node that is ready, keeps two machines apart: but here the kubelet is this machine's own. */
    private static boolean goesOnBehindTheKubelet(Step.JoinMaster step, Failure failure) {
        return step.ignoredChecks().contains(KUBELET_IS_HERE) && KubeadmLog.tellsOfAReadyNode(failure);
    }

    private void put(Step.JoinMaster step, JoinSecrets secrets, Discovery discovery)
            throws StepFailedException, InterruptedException {
        var template = bench.artifacts().of(step.master(), NodeFiles.KUBEADM_JOIN);
        var files = JoinFiles.of(template, bench.cluster().endpoint(), secrets, discovery);
        new FilesRunner(bench).put(step, step.master(), files);
    }

    /** Where a master has joined before, a controller manager has signed what it needed, and signs tokens. */
    private Discovery discovery(Sponsor sponsor) {
        if (bench.discovery() != Discovery.SOONEST) {
            return bench.discovery();
        }
        return sponsor.members() > 1 ? Discovery.TOKEN : Discovery.FILE;
    }

    /** A complete master whose API server is ready and whose etcd can take one more member in. */
    private record Sponsor(String name, Authority authority, int members) {}

    private Sponsor sponsor(Step.JoinMaster step) throws StepFailedException, InterruptedException {
        var found = new ArrayList<Sponsor>();
        bench.await(step, READY, 1, () -> {
            var missing = new ArrayList<String>();
            for (Master candidate : bench.cluster().masters()) {
                if (found.isEmpty() && !candidate.name().equals(step.master())) {
                    consider(step, candidate.name(), found, missing);
                }
            }
            return found.isEmpty() ? Optional.of(String.join(", ", missing)) : Optional.empty();
        });
        return found.get(0);
    }

    private void consider(Step.JoinMaster step, String candidate, List<Sponsor> found, List<String> missing) {
        var facts = bench.health(candidate);
        if (facts.isEmpty()) {
            missing.add(candidate + " does not answer");
        } else if (facts.get().membership() == Membership.COMPLETE) {
            var unmet = Health.unmetForJoining(facts.get(), step);
            var authority = facts.get().kubeadm().authority();
            if (unmet.isEmpty() && authority.isPresent()) {
                found.add(new Sponsor(
                        candidate,
                        authority.get(),
                        facts.get().services().etcd().members().size()));
            } else {
                unmet.forEach(reason -> missing.add(candidate + ": " + reason));
            }
        }
    }

    private static Job job(Step.JoinMaster step, String... more) {
        var words = new ArrayList<>(List.of("kubeadm", "join", "--config", JoinFiles.CONFIG));
        words.addAll(InitRunner.ignored(step.ignoredChecks()));
        words.addAll(List.of(more));
        return new Job(JobNames.JOIN, words, JoinFiles.ALL);
    }
}
