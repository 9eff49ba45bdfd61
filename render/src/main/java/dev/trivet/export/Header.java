package dev.trivet.export;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;

/** The comment that documents carry where they can. */
final class Header {

    private static final String LINE = "# Exported by Trivet: changes here are lost, change the cluster's spec.\n";

    private Header() {}

    static String of(Cluster cluster, Master master) {
        return LINE + "# The files of " + master.name() + ", a master of the cluster " + cluster.name() + ".\n";
    }

    static String of(Cluster cluster) {
        return LINE + "# The control plane of the cluster " + cluster.name() + ".\n";
    }
}
