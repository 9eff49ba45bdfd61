package dev.trivet.rack;

import java.util.List;

/** What kubeadm's init and join both do. */
final class CommonPhases {

    static final int CONTROL_PLANE_PATIENCE = 240;

    private static final String PKI = "/etc/kubernetes/pki/";

    private CommonPhases() {}

    /** What is there already is taken as it is: so a run that was cut off is continued. */
    static void certificates(KubeadmRun run) {
        run.say("[certs] Using certificateDir folder \"/etc/kubernetes/pki\"");
        for (String name : List.of("apiserver", "apiserver-kubelet-client", "front-proxy-client", "etcd/server")) {
            certificate(run, name);
        }
        certificate(run, "etcd/peer");
        certificate(run, "apiserver-etcd-client");
        run.say("[certs] Valid certificates and keys now exist in \"/etc/kubernetes/pki\"");
    }

    static void certificate(KubeadmRun run, String name) {
        var path = PKI + name + ".crt";
        var words = "\"" + name + "\" certificate and key";
        if (run.has(path)) {
            run.say("[certs] Using existing " + words.replace("\"", ""));
        } else {
            run.say("[certs] Generating " + words);
            run.write(
                    path,
                    "simulated certificate " + name + " of " + run.machine().name() + "\n");
        }
    }

    static void kubeconfigs(KubeadmRun run, String... names) {
        run.say("[kubeconfig] Using kubeconfig folder \"/etc/kubernetes\"");
        for (String name : names) {
            var path = "/etc/kubernetes/" + name;
            if (run.has(path)) {
                run.say("[kubeconfig] Using existing kubeconfig file: \"" + path + "\"");
            } else {
                run.say("[kubeconfig] Writing \"" + name + "\" kubeconfig file");
                kubeconfig(run, path);
            }
        }
    }

    static void kubeconfig(KubeadmRun run, String path) {
        run.write(
                path,
                "clusters:\n- cluster:\n    server: https://"
                        + run.simulation().cluster().endpoint() + "\n");
    }

    static void controlPlaneManifests(KubeadmRun run) {
        run.say("[control-plane] Using manifest folder \"" + Paths.MANIFESTS + "\"");
        for (StaticPod pod : List.of(StaticPod.API_SERVER, StaticPod.CONTROLLER_MANAGER, StaticPod.SCHEDULER)) {
            run.say("[control-plane] Creating static Pod manifest for \"" + pod.podName() + "\"");
            manifest(run, pod);
        }
    }

    /** The same text as before starts nothing anew. */
    static void manifest(KubeadmRun run, StaticPod pod) {
        run.write(pod.manifest(), "simulated static pod " + pod.podName() + "\n");
    }

    static void startKubelet(KubeadmRun run) {
        run.say("[kubelet-start] Writing kubelet environment file with flags to file"
                + " \"/var/lib/kubelet/kubeadm-flags.env\"");
        run.say("[kubelet-start] Writing kubelet configuration to file \"" + Paths.KUBELET_SETTINGS + "\"");
        run.say("[kubelet-start] Starting the kubelet");
        run.write("/var/lib/kubelet/kubeadm-flags.env", "");
        run.write(Paths.KUBELET_SETTINGS, "staticPodPath: " + Paths.MANIFESTS + "\n");
    }

    static void mark(KubeadmRun run) throws KubeadmFailure {
        var node = run.machine().name();
        run.say("[mark-control-plane] Marking the node " + node
                + " as control-plane by adding the labels: [node-role.kubernetes.io/control-plane"
                + " node.kubernetes.io/exclude-from-external-load-balancers]");
        run.say("[mark-control-plane] Marking the node " + node
                + " as control-plane by adding the taints [node-role.kubernetes.io/control-plane:NoSchedule]");
        run.cluster().masters().add(node);
    }
}
