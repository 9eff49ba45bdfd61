package dev.trivet.export;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.IpAddress;
import dev.trivet.spec.Master;
import java.util.stream.Collectors;

/** Which master a machine is, told by its own addresses: by a script that runs there before kubeadm. */
final class MasterChoice {

    static final String PATH = "/etc/trivet/choose-master.sh";

    /** What the script replaces in kubeadm's configuration, which is the same for all machines. */
    static final String ADVERTISE_ADDRESS = "@advertise-address@";

    static final String NODE_IP = "@node-ip@";

    private static final String FOLDER = "/etc/trivet/masters/";

    private MasterChoice() {}

    static String folderOf(Master master) {
        return FOLDER + master.name();
    }

    static Artifact script(Cluster cluster) {
        var masters = cluster.masters().stream().map(MasterChoice::line).collect(Collectors.joining("\n"));
        return new Artifact(
                PATH, FileMode.PRIVATE_SCRIPT, Resource.read("choose-master.sh").replace("@masters@", masters));
    }

    private static String line(Master master) {
        var all = master.addresses().stream().map(IpAddress::toString).collect(Collectors.joining(","));
        return master.name() + " " + master.address() + " " + all;
    }
}
