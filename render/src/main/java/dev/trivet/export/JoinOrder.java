package dev.trivet.export;

import dev.trivet.artifact.Artifact;
import dev.trivet.plan.NodeFiles;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.List;

/**
 * What a person does on a master, and after it.
 *
 * @param phase {@code init} or {@code join}, or nothing where kubeadm has no configuration and is run by hand
 * @param next what comes after it, in words without quotes
 */
record JoinOrder(String phase, String next) {

    static JoinOrder of(Cluster cluster, Master master, List<Artifact> files) {
        int index = cluster.masters().indexOf(master);
        boolean last = index == cluster.masters().size() - 1;
        if (has(files, NodeFiles.KUBEADM_INIT)) {
            return new JoinOrder(
                    "init", last ? look("") : firstJoin(cluster.masters().get(1)));
        } else if (has(files, NodeFiles.KUBEADM_JOIN)) {
            return new JoinOrder(
                    "join",
                    last
                            ? look("Remove the file of secrets. ")
                            : nextJoin(cluster.masters().get(index + 1)));
        }
        return new JoinOrder(
                "",
                index == 0 ? initByHand(cluster) : "Next, here: the kubeadm join command that kubeadm init printed");
    }

    private static boolean has(List<Artifact> files, String path) {
        return files.stream().anyMatch(file -> file.path().equals(path));
    }

    private static String firstJoin(Master second) {
        return """
                Next, here:
                  sh bootstrap.sh secrets join-secrets
                Bring that file and the script of %s to %s, and run there:
                  sh bootstrap.sh join-secrets""".formatted(second.name(), second.name());
    }

    private static String nextJoin(Master next) {
        return "Next, on " + next.name() + ", with its own script:\n  sh bootstrap.sh join-secrets";
    }

    private static String look(String before) {
        return before + "Next, to see all masters:\n  kubectl --kubeconfig /etc/kubernetes/admin.conf get nodes";
    }

    private static String initByHand(Cluster cluster) {
        return "Next, here:\n  kubeadm init --control-plane-endpoint " + cluster.endpoint() + " --upload-certs";
    }
}
