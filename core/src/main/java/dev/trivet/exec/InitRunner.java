package dev.trivet.exec;

import dev.trivet.plan.JobNames;
import dev.trivet.plan.NodeFiles;
import dev.trivet.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs kubeadm init. */
record InitRunner(Workbench bench) {

    /** A token's name, which is no secret, where it can be used to join. */
    private static final Pattern TOKEN = Pattern.compile("(?m)^([a-z0-9]{6})\\.[a-z0-9]{16}.*\\bauthentication\\b");

    void run(Step.InitCluster step) throws StepFailedException, InterruptedException {
        var job = new Job(JobNames.INIT, words(step), List.of());
        new JobRunner(bench, step).run(job, step.continuation());
        revokeTokens(step);
    }

    /** kubeadm init makes a token for everybody to join with; in a cluster just made, no other can be there. */
    private void revokeTokens(Step.InitCluster step) {
        var listed = bench.executor()
                .run(
                        bench.master(step.master()),
                        Command.of("kubeadm", "token", "list").withSecretOutput(),
                        line -> {});
        if (listed instanceof CommandResult.Finished finished) {
            TOKEN.matcher(finished.output())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(id -> bench.runQuietly(step.master(), Command.of("kubeadm", "token", "delete", id)));
        }
    }

    /** The certificates are uploaded before each join, with a key that is younger than two hours; here they need not be. */
    private static List<String> words(Step.InitCluster step) {
        var words = new ArrayList<>(List.of(
                "kubeadm",
                "init",
                "--config",
                NodeFiles.KUBEADM_INIT,
                "--skip-token-print",
                "--skip-certificate-key-print"));
        words.addAll(ignored(step.ignoredChecks()));
        return words;
    }

    static List<String> ignored(List<String> checks) {
        return checks.isEmpty() ? List.of() : List.of("--ignore-preflight-errors=" + String.join(",", checks));
    }
}
