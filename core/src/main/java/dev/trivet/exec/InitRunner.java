package dev.trivet.exec;

import dev.trivet.plan.JobNames;
import dev.trivet.plan.NodeFiles;
import dev.trivet.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** Runs kubeadm init. */
record InitRunner(Workbench bench) {

    void run(Step.InitCluster step) throws StepFailedException, InterruptedException {
        var job = new Job(JobNames.INIT, words(step), List.of());
        new JobRunner(bench, step).run(job, step.continuation());
        new BootstrapTokens(bench, step.master()).revokeAll();
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
