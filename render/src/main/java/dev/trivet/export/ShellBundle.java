package dev.trivet.export;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.exec.ShellFunctions;
import dev.trivet.plan.NodeFiles;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A script that does by itself what is done by hand: puts the files, and runs kubeadm. */
final class ShellBundle implements PerMaster {

    private static final String END = "TRIVET";

    @Override
    public String fileName() {
        return "bootstrap.sh";
    }

    @Override
    public FileMode mode() {
        return FileMode.PRIVATE_SCRIPT;
    }

    @Override
    public String text(Cluster cluster, Master master, List<Artifact> files) {
        return "#!/bin/sh\n" + Header.of(cluster, master) + """
                # Run it as root on that machine, and again whenever you like: what is right is left alone, and what was cut off goes on.
                #   sh bootstrap.sh                on the first master; on the others once they have joined
                #   sh bootstrap.sh secrets FILE   on the first master: what the others need to join, for 30 minutes
                #   sh bootstrap.sh FILE           on each of the others, one after another

                """ + settings(cluster, master, files) + "\nfiles() {\n"
                + files.stream().map(ShellBundle::put).collect(Collectors.joining())
                + "    echo end\n}\n\n" + ShellFunctions.text() + "\n" + Resource.read("bootstrap.sh");
    }

    private static String settings(Cluster cluster, Master master, List<Artifact> files) {
        var step = JoinOrder.of(cluster, master, files);
        Map<String, String> values = new TreeMap<>();
        values.put("master", master.name());
        values.put("first", cluster.masters().get(0).name());
        values.put("address", master.address().toString());
        values.put("interface", master.networkInterface());
        values.put("api", api(cluster, master));
        values.put("others", others(cluster, master));
        values.put("endpoint", cluster.endpoint().toString());
        values.put("minor", String.valueOf(cluster.kubernetesVersion().minor()));
        values.put("socket", cluster.kubeadm().criSocket().orElse("").replaceFirst("^unix://", ""));
        values.put("phase", step.phase());
        values.put("config", step.phase().equals("join") ? NodeFiles.KUBEADM_JOIN : NodeFiles.KUBEADM_INIT);
        values.put("next", step.next());
        return values.entrySet().stream()
                .map(setting -> setting.getKey() + "='" + setting.getValue() + "'\n")
                .collect(Collectors.joining());
    }

    private static String api(Cluster cluster, Master master) {
        return master.address().inUrl() + ":" + cluster.apiServerPort();
    }

    private static String others(Cluster cluster, Master master) {
        return cluster.masters().stream()
                .filter(other -> !other.equals(master))
                .map(other -> api(cluster, other))
                .collect(Collectors.joining(" "));
    }

    private static String put(Artifact file) {
        boolean plain = Content.isPlain(file) && file.text().lines().noneMatch(END::equals);
        return "    " + (plain ? "file " : "encoded_file ") + file.path() + " "
                + Integer.toOctalString(file.mode().bits()) + " <<'" + END + "'\n"
                + (plain ? file.text() : Content.base64(file) + "\n") + END + "\n";
    }
}
