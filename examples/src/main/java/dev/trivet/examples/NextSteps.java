package dev.trivet.examples;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.io.PrintStream;

/** How to do by hand what the simulated rack showed. */
record NextSteps(Cluster cluster, PrintStream out) {

    void print() {
        out.println(
                "What comes next on real machines: examples/bootstrap does the same over SSH; its --help tells how.");
        out.println("By hand: copy each master's tree to its root, then with the standard set");
        first("kubeadm init --config /etc/trivet/kubeadm-init.yaml --upload-certs");
        others("kubeadm join --config /etc/trivet/kubeadm-join.yaml   # its three @placeholders@ filled");
        out.println("or, with the classic set, as the article does it");
        first("kubeadm init --control-plane-endpoint " + cluster.endpoint() + " --upload-certs");
        others("the `kubeadm join` command that init printed");
    }

    private void first(String command) {
        on(cluster.masters().get(0), command);
    }

    private void others(String command) {
        cluster.masters().stream().skip(1).forEach(master -> on(master, command));
    }

    private void on(Master master, String command) {
        out.println("  on " + master.name() + ":  " + command);
    }
}
