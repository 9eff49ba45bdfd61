package dev.trivet.rack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** kubeadm's own checks before it begins: what must not be there yet. */
final class Preflight {

    private static final int FIRST_JOIN_WITH_MANIFESTS = 23;

    private static final List<StaticPod> KUBERNETES =
            List.of(StaticPod.API_SERVER, StaticPod.CONTROLLER_MANAGER, StaticPod.SCHEDULER, StaticPod.ETCD);

    private final KubeadmRun run;
    private final Map<String, String> broken = new TreeMap<>();

    private Preflight(KubeadmRun run) {
        this.run = run;
    }

    static void init(KubeadmRun run) throws KubeadmFailure {
        new Preflight(run).controlPlane().conclude();
    }

    static void join(KubeadmRun run) throws KubeadmFailure {
        var preflight = new Preflight(run).controlPlane();
        preflight.absent(Paths.KUBELET_CONF);
        preflight.absent(Paths.BOOTSTRAP_CONF);
        preflight.absent(Paths.CA);
        if (run.simulation().cluster().kubernetesVersion().minor() < FIRST_JOIN_WITH_MANIFESTS) {
            preflight.empty(Paths.MANIFESTS);
        }
        preflight.conclude();
    }

    private Preflight controlPlane() {
        KUBERNETES.forEach(pod -> absent(pod.manifest()));
        KUBERNETES.stream()
                .filter(run.machine()::runs)
                .forEach(pod -> pod.ports(run.simulation().cluster()).forEach(this::free));
        if (Kubelet.isConfigured(run.machine().files())) {
            free(10250);
        }
        empty(Paths.ETCD_DATA);
        return this;
    }

    private void absent(String path) {
        if (run.has(path)) {
            broken.put("FileAvailable-" + path.replace('/', '-'), path + " already exists");
        }
    }

    private void empty(String folder) {
        if (!run.machine().files().below(folder).isEmpty()) {
            broken.put("DirAvailable-" + folder.replace('/', '-'), folder + " is not empty");
        }
    }

    private void free(int port) {
        broken.put("Port-" + port, "Port " + port + " is in use");
    }

    private void conclude() throws KubeadmFailure {
        var ignored = run.ignoredChecks();
        var fatal = new ArrayList<String>();
        broken.forEach((check, problem) -> {
            if (ignored.contains(check.toLowerCase(Locale.ROOT)) || ignored.contains("all")) {
                run.say("\t[WARNING " + check + "]: " + problem);
            } else {
                fatal.add("\t[ERROR " + check + "]: " + problem);
            }
        });
        if (!fatal.isEmpty()) {
            throw new KubeadmFailure("[preflight] Some fatal errors occurred:\n" + String.join("\n", fatal)
                    + "\n[preflight] If you know what you are doing, you can make a check non-fatal with"
                    + " `--ignore-preflight-errors=...`");
        }
    }
}
