package dev.trivet.rack;

import java.time.Duration;
import java.util.List;

/** {@code kubeadm init}. */
final class InitPhases {

    private static final Duration TOKEN_LASTS = Duration.ofDays(1);

    private InitPhases() {}

    static List<Phase> all() {
        return List.of(
                Phase.of("preflight", 2, InitPhases::preflight),
                Phase.of("certs", 2, InitPhases::certificates),
                Phase.of("kubeconfig", 1, InitPhases::kubeconfigs),
                Phase.of("etcd", 1, InitPhases::etcd),
                Phase.of("control-plane", 1, CommonPhases::controlPlaneManifests),
                Phase.of("kubelet-start", 1, InitPhases::startKubelet),
                Phase.of("wait-control-plane", 1, InitPhases::controlPlaneIsUp)
                        .waitingFor(
                                run -> run.front().isPresent(),
                                CommonPhases.CONTROL_PLANE_PATIENCE,
                                "could not initialize a Kubernetes cluster: timed out waiting for the condition"),
                Phase.of("upload-config", 1, InitPhases::uploadConfig),
                Phase.of("mark-control-plane", 1, CommonPhases::mark),
                Phase.of("bootstrap-token", 1, InitPhases::bootstrapToken),
                Phase.of("addon", 1, InitPhases::addons));
    }

    private static void preflight(KubeadmRun run) throws KubeadmFailure {
        run.say("[init] Using Kubernetes version: " + run.simulation().cluster().kubernetesVersion());
        run.say("[preflight] Running pre-flight checks");
        Preflight.init(run);
    }

    /** A CA that is there is kept; a new one founds a cluster. */
    private static void certificates(KubeadmRun run) {
        if (run.has(Paths.CA)) {
            run.say("[certs] Using existing ca certificate authority");
        } else {
            run.say("[certs] Generating \"ca\" certificate and key");
            run.write(
                    Paths.CA, run.simulation().found(run.machine()).authority().pem());
        }
        CommonPhases.certificate(run, "etcd/ca");
        CommonPhases.certificates(run);
    }

    private static void kubeconfigs(KubeadmRun run) {
        CommonPhases.kubeconfigs(
                run, "admin.conf", "super-admin.conf", "kubelet.conf", "controller-manager.conf", "scheduler.conf");
    }

    private static void etcd(KubeadmRun run) {
        run.say("[etcd] Creating static Pod manifest for local etcd in \"" + Paths.MANIFESTS + "\"");
        CommonPhases.manifest(run, StaticPod.ETCD);
    }

    private static void startKubelet(KubeadmRun run) {
        CommonPhases.startKubelet(run);
        run.write(
                Paths.KUBELET_CERTIFICATE,
                "simulated certificate of " + run.machine().name() + "\n");
        run.say("[wait-control-plane] Waiting for the kubelet to boot up the control plane as static Pods from"
                + " directory \"" + Paths.MANIFESTS + "\"");
        run.say("[control-plane-check] Waiting for healthy control plane components. This can take up to 4m0s");
    }

    private static void controlPlaneIsUp(KubeadmRun run) {
        run.say("[control-plane-check] kube-apiserver is healthy at https://"
                + run.simulation().cluster().endpoint() + "/livez");
    }

    private static void uploadConfig(KubeadmRun run) {
        run.say("[upload-config] Storing the configuration used in ConfigMap \"kubeadm-config\" in the"
                + " \"kube-system\" Namespace");
    }

    private static void bootstrapToken(KubeadmRun run) throws KubeadmFailure {
        run.say("[bootstrap-token] Configuring bootstrap tokens, cluster-info ConfigMap, RBAC Roles");
        run.cluster()
                .tokens()
                .mint(run.clock(), TOKEN_LASTS, run.setting("description").orElse("<none>"));
    }

    private static void addons(KubeadmRun run) {
        run.say("[addons] Applied essential addon: CoreDNS");
        run.say("[addons] Applied essential addon: kube-proxy");
        run.say("");
        run.say("Your Kubernetes control-plane has initialized successfully!");
    }
}
