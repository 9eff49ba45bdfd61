package dev.trivet.rack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** {@code kubeadm join} of one more master. */
final class JoinPhases {

    private static final String PREPARE = "control-plane-prepare/";

    private JoinPhases() {}

    static List<Phase> all() {
        return List.of(
                Phase.of("preflight", 2, JoinPhases::preflight),
                Phase.of("preflight", 1, JoinPhases::discover)
                        .waitingFor(
                                run -> run.front().isPresent(),
                                CommonPhases.CONTROL_PLANE_PATIENCE,
                                "couldn't validate the identity of the API Server: failed to request the cluster-info"
                                        + " ConfigMap: context deadline exceeded"),
                Phase.of(PREPARE + "download-certs", 1, JoinPhases::downloadCertificates)
                        .waitingFor(
                                run -> run.front().isPresent(),
                                CommonPhases.CONTROL_PLANE_PATIENCE,
                                "error downloading certs: context deadline exceeded"),
                Phase.of(PREPARE + "certs", 1, CommonPhases::certificates),
                Phase.of(PREPARE + "kubeconfig", 1, JoinPhases::kubeconfigs),
                Phase.of(PREPARE + "control-plane", 1, CommonPhases::controlPlaneManifests),
                Phase.of("check-etcd", 1, JoinPhases::etcdIsHealthy)
                        .waitingFor(
                                JoinPhases::hasQuorum,
                                120,
                                "etcd cluster is not healthy: failed to dial the endpoint: context deadline exceeded"),
                Phase.of("kubelet-start", 1, JoinPhases::startKubelet),
                Phase.of("kubelet-start", 2, JoinPhases::bootstrapTls)
                        .waitingFor(
                                run -> run.front().isPresent(),
                                CommonPhases.CONTROL_PLANE_PATIENCE,
                                "timed out waiting for the condition"),
                Phase.of("control-plane-join/etcd", 1, JoinPhases::announce)
                        .waitingFor(JoinPhases::hasQuorum, 120, "etcdserver: unhealthy cluster"),
                Phase.of("control-plane-join/etcd", 1, JoinPhases::etcd),
                Phase.of("control-plane-join/etcd", 2, JoinPhases::promote)
                        .waitingFor(
                                run -> run.simulation().services().isEtcdHealthy(run.machine()),
                                CommonPhases.CONTROL_PLANE_PATIENCE,
                                "error creating local etcd static pod manifest file: timeout waiting for etcd cluster"
                                        + " to be available"),
                Phase.of("control-plane-join/mark-control-plane", 1, JoinPhases::finish));
    }

    private static void preflight(KubeadmRun run) throws KubeadmFailure {
        run.say("[preflight] Running pre-flight checks");
        Preflight.join(run);
    }

    /** The cluster found must be the one whose CA is pinned, by a file with it or by its hash. */
    private static void discover(KubeadmRun run) throws KubeadmFailure {
        var kube = run.front().orElseThrow();
        if (!kube.isValidAt(run.clock())) {
            throw new KubeadmFailure(
                    "couldn't validate the identity of the API Server: tls: failed to verify certificate:"
                            + " x509: certificate has expired or is not yet valid: current time " + run.clock()
                            + " is before the CA's");
        }
        var authority = kube.authority();
        var encoded = Base64.getEncoder().encodeToString(authority.pem().getBytes(StandardCharsets.US_ASCII));
        var file = run.setting("kubeConfigPath")
                .flatMap(path -> run.machine().files().find(path))
                .map(StoredFile::text)
                .orElse("");
        if (!file.contains(encoded) && !run.config().contains(authority.hash())) {
            throw new KubeadmFailure("couldn't validate the identity of the API Server: none of the public keys \""
                    + authority.hash() + "\" are pinned");
        }
        requireToken(run, "unable to fetch the kubeadm-config ConfigMap: failed to get config map: Unauthorized");
        run.say("[preflight] Reading configuration from the \"kubeadm-config\" ConfigMap in namespace"
                + " \"kube-system\"...");
        run.say("[preflight] Running pre-flight checks before initializing the new control plane instance");
    }

    private static void requireToken(KubeadmRun run, String complaint) throws KubeadmFailure {
        var token = run.setting("(?:tlsBootstrapToken|token)").orElse("");
        if (!run.front().orElseThrow().tokens().isToken(token, run.serverClock())) {
            throw new KubeadmFailure(complaint);
        }
    }

    private static void downloadCertificates(KubeadmRun run) throws KubeadmFailure {
        run.say("[download-certs] Downloading the certificates in Secret \"kubeadm-certs\" in the \"kube-system\""
                + " Namespace");
        var kube = run.front().orElseThrow();
        var key = run.setting("certificateKey").orElse("");
        if (!kube.tokens().isCertificateKey(key, run.serverClock())) {
            throw new KubeadmFailure("error downloading certs: error downloading the secret: Secret \"kubeadm-certs\""
                    + " was not found in the \"kube-system\" Namespace. This Secret might have expired.");
        }
        run.say("[download-certs] Saving the certificates to the folder: \"/etc/kubernetes/pki\"");
        run.write(Paths.CA, kube.authority().pem());
        run.write("/etc/kubernetes/pki/etcd/ca.crt", "simulated certificate etcd/ca\n");
    }

    private static void kubeconfigs(KubeadmRun run) {
        CommonPhases.kubeconfigs(run, "admin.conf", "controller-manager.conf", "scheduler.conf");
    }

    private static boolean hasQuorum(KubeadmRun run) {
        return run.front().filter(run.simulation().services()::hasQuorum).isPresent();
    }

    private static void etcdIsHealthy(KubeadmRun run) {
        run.say("[check-etcd] Checking that the etcd cluster is healthy");
    }

    /** A node that is ready is taken for another machine's of this name; it is where a network plug-in has its configuration. */
    private static void startKubelet(KubeadmRun run) throws KubeadmFailure {
        var name = run.machine().name();
        if (run.has(Paths.KUBELET_CERTIFICATE)
                && !run.machine().files().below(Paths.NETWORK_PLUGINS).isEmpty()) {
            throw new KubeadmFailure(
                    "a Node with name \"" + name + "\" and status \"Ready\" already exists in the cluster."
                            + " You must delete the existing Node or change the name of this new joining Node");
        }
        CommonPhases.kubeconfig(run, Paths.BOOTSTRAP_CONF);
        CommonPhases.startKubelet(run);
        run.say("[kubelet-start] Waiting for the kubelet to perform the TLS Bootstrap");
    }

    private static void bootstrapTls(KubeadmRun run) throws KubeadmFailure {
        requireToken(run, "error uploading crisocket: Unauthorized");
        CommonPhases.kubeconfig(run, Paths.KUBELET_CONF);
        run.write(
                Paths.KUBELET_CERTIFICATE,
                "simulated certificate of " + run.machine().name() + "\n");
        run.delete(Paths.BOOTSTRAP_CONF);
    }

    /** Who is a member already, from a run that was cut off, is not announced again. */
    private static void announce(KubeadmRun run) throws KubeadmFailure {
        var etcd = run.cluster().etcd();
        var name = run.machine().name();
        if (etcd.learnerBeside(name).isPresent()) {
            throw new KubeadmFailure("error creating local etcd static pod manifest file: etcdserver: too many learner"
                    + " members in cluster");
        } else if (!etcd.has(name)) {
            etcd.announce(name);
            run.simulation().tally().joined();
            run.say("[etcd] Announced new etcd member joining to the existing etcd cluster");
        }
    }

    private static void etcd(KubeadmRun run) {
        run.say("[etcd] Creating static Pod manifest for \"etcd\"");
        CommonPhases.manifest(run, StaticPod.ETCD);
        run.say("[etcd] Waiting for the new etcd member to join the cluster. This can take up to 40s");
    }

    private static void promote(KubeadmRun run) throws KubeadmFailure {
        run.cluster().etcd().promote(run.machine().name());
    }

    private static void finish(KubeadmRun run) throws KubeadmFailure {
        CommonPhases.mark(run);
        run.say("");
        run.say("This node has joined the cluster and a new control plane instance was created:");
        run.say("* The Kubelet was informed of the new secure connection details.");
        run.say("* A new etcd member was added to the local/stacked etcd cluster.");
    }
}
