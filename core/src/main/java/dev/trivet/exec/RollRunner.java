package dev.trivet.exec;

import dev.trivet.plan.Answer;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.MasterFacts;
import dev.trivet.plan.Membership;
import dev.trivet.plan.NodeFiles;
import dev.trivet.plan.Observation;
import dev.trivet.plan.Step;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes the load balancer of one running master; puts back what was there when it does not come up again. */
record RollRunner(Workbench bench) {

    private static final Duration BEFORE = Duration.ofMinutes(2);

    /** A pod may take half a minute to end, and an image some seconds to start. */
    private static final Duration AFTER = Duration.ofMinutes(3);

    private static final int TIMES = 3;

    /** The static pods by manifest, and the program of each. */
    private static final Map<String, String> PODS =
            Map.of(NodeFiles.HAPROXY_MANIFEST, "haproxy", NodeFiles.KEEPALIVED_MANIFEST, "keepalived");

    void run(Step.RollBalancer step) throws StepFailedException, InterruptedException {
        var needed = needed(step);
        awaitHealth(step, needed);
        var before = facts(step);
        var restarts = Restarts.of(step.changes(), bench.artifacts().of(step.master()));
        var changes = restarts.before(step.changes(), before);
        var doubt = put(step, changes);
        try {
            settle(step, changes, doubt, before, needed);
            if (!restarts.manifests().isEmpty()) {
                unmark(step, restarts, needed);
            }
        } catch (StepFailedException e) {
            throw new StepFailedException(
                    e.failure().problem(),
                    new Restorer(bench, step).restore(restarts.manifests()) + "; "
                            + e.failure().remedy());
        }
    }

    private MasterFacts facts(Step.RollBalancer step) throws StepFailedException {
        return bench.facts(step.master())
                .orElseThrow(() -> new StepFailedException(step.master() + " does not answer", "run again"));
    }

    private Optional<String> put(Step.RollBalancer step, List<FileChange> changes)
            throws StepFailedException, InterruptedException {
        return new FilesRunner(bench).attempt(step, step.master(), changes);
    }

    private void unmark(Step.RollBalancer step, Restarts restarts, List<String> needed)
            throws StepFailedException, InterruptedException {
        var before = facts(step);
        var changes = restarts.after(before);
        settle(step, changes, put(step, changes), before, needed);
    }

    private void settle(
            Step.RollBalancer step,
            List<FileChange> changes,
            Optional<String> doubt,
            MasterFacts before,
            List<String> needed)
            throws StepFailedException, InterruptedException {
        if (doubt.isPresent()) {
            requirePut(step, changes, doubt.get());
        }
        awaitNew(step, changes, before, needed);
    }

    /** Where the answer was lost, the master is asked what is there. */
    private void requirePut(Step.RollBalancer step, List<FileChange> changes, String doubt)
            throws StepFailedException, InterruptedException {
        bench.progress(step, "looking what was put: " + doubt);
        bench.await(
                step,
                BEFORE,
                1,
                () -> bench.health(step.master()).isPresent()
                        ? Optional.empty()
                        : Optional.of(step.master() + " does not answer"));
        if (!new Step.RollBalancer(step.master(), changes).isDone(bench.observe())) {
            throw new StepFailedException(step.master() + ": not all files are known to be put: " + doubt, "run again");
        }
    }

    /** All others; where no balancer runs that could be missed, those that have one: a second broken one is no reason to wait. */
    private List<String> needed(Step.RollBalancer step) throws InterruptedException {
        var observation = bench.health();
        boolean isMissed = runsBalancer(observation, step.master());
        return bench.cluster().masters().stream()
                .map(Master::name)
                .filter(name -> !name.equals(step.master()))
                .filter(name -> isMissed || runsBalancer(observation, name))
                .toList();
    }

    private static boolean runsBalancer(Observation observation, String master) {
        return observation
                .facts(master)
                .filter(facts -> facts.activity().runsBalancer())
                .isPresent();
    }

    /**
     * The others must be well before one is taken out of them. That this one holds the address beside another is no reason to
     * wait: a speaker that does not hear the others is mended by this very step.
     */
    private void awaitHealth(Step.RollBalancer step, List<String> needed)
            throws StepFailedException, InterruptedException {
        if (!needed.isEmpty()) {
            bench.await(step, BEFORE, TIMES, () -> {
                var observation = bench.health();
                var unmet = unwell(observation, needed);
                var holders = holders(observation);
                var others = new ArrayList<>(holders);
                others.remove(step.master());
                if (holders.isEmpty() || others.size() > 1) {
                    unmet.add(misplaced(holders));
                }
                return VerifyRunner.joined(unmet);
            });
        }
    }

    private void awaitNew(Step.RollBalancer step, List<FileChange> changes, MasterFacts before, List<String> needed)
            throws StepFailedException, InterruptedException {
        var masters = new ArrayList<>(needed);
        masters.add(step.master());
        bench.await(step, AFTER, TIMES, () -> {
            var observation = bench.health();
            var unmet = new ArrayList<>(notRestarted(step, changes, before, observation));
            unmet.addAll(unwell(observation, masters));
            var holders = holders(observation);
            if (holders.size() != 1) {
                unmet.add(misplaced(holders));
            }
            return VerifyRunner.joined(unmet);
        });
    }

    /** The old HAProxy answers until it is replaced: only new processes count. */
    private static List<String> notRestarted(
            Step.RollBalancer step, List<FileChange> changes, MasterFacts before, Observation observation) {
        var now = observation.facts(step.master());
        var unmet = new ArrayList<String>();
        changes.stream()
                .map(FileChange::artifact)
                .map(artifact -> Optional.ofNullable(PODS.get(artifact.path())))
                .flatMap(Optional::stream)
                .filter(program -> now.filter(facts -> isNew(
                                before.activity().idsOf(program),
                                facts.activity().idsOf(program)))
                        .isEmpty())
                .forEach(program -> unmet.add(program + " of " + step.master() + " has not restarted"));
        return unmet;
    }

    private static boolean isNew(Set<Long> before, Set<Long> now) {
        return !now.isEmpty() && now.stream().noneMatch(before::contains);
    }

    private static List<String> unwell(Observation observation, List<String> masters) {
        var unmet = new ArrayList<String>();
        for (String master : masters) {
            var facts = observation.facts(master);
            if (facts.isEmpty()) {
                unmet.add(master + " does not answer");
            } else if (facts.get().membership() == Membership.COMPLETE) {
                var services = facts.get().services();
                if (services.balancerReady() != Answer.YES) {
                    unmet.add("HAProxy of " + master + " sees no API server");
                }
                if (services.apiServerReady() != Answer.YES) {
                    unmet.add("the API server of " + master + " is not ready");
                }
            }
        }
        return unmet;
    }

    private List<String> holders(Observation observation) {
        return observation.holdersOf(bench.cluster().virtualRouter().address().toString());
    }

    private static String misplaced(List<String> holders) {
        return "the virtual IP is on " + (holders.isEmpty() ? "no master" : String.join(" and ", holders));
    }
}
