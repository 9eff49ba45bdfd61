package dev.trivet.render;

import dev.trivet.artifact.Artifact;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HostPathVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the two static pods have in common: the host's network, a priority that the kubelet evicts last, and their whole
 * configuration folder mounted (of a single mounted file, the pod would keep the old one when it is replaced).
 *
 * <p>They ask for a part of the processors, as kubeadm's own pods do, {@value #CPU} each: what asks for none gets next to none
 * while those are busy. With kubelets 1.20.2 and the control plane's other pods busy on all masters, two of three requests
 * failed without and three masters had the address at once; none failed with it. Half as much was too little. A kubelet may
 * refuse, until it is restarted, a pod for which it has no room or, right after its start, knows of none: it does so with
 * the API server's pod beside them alike. In 36 restarts none was refused.
 */
final class StaticPod {

    private static final String VOLUME = "config";

    private static final String CPU = "100m";

    private StaticPod() {}

    /**
     * A pod that is restarted when its manifest changes or a file of its configuration folder, by the hash of all of it: the
     * kubelet restarts none for a change that means nothing, and who rolls a change out waits for the restart.
     */
    static String manifest(Target target, String configFolder, Container container) {
        var pod = pod(target, configFolder, container);
        var hashed = new PodBuilder(pod)
                .editMetadata()
                .addToAnnotations("trivet.dev/config-hash", hash(target, configFolder, Yaml.write(pod)))
                .endMetadata()
                .build();
        return Yaml.write(hashed);
    }

    private static Pod pod(Target target, String configFolder, Container container) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(container.getName())
                .withNamespace("kube-system")
                .addToLabels("component", container.getName())
                .addToLabels("tier", "control-plane")
                .endMetadata()
                .withNewSpec()
                .withHostNetwork(true)
                .withPriorityClassName("system-node-critical")
                .withTerminationGracePeriodSeconds(Drain.untilKilled(target.cluster()))
                .addToContainers(container)
                .addToVolumes(folder(configFolder))
                .endSpec()
                .build();
    }

    /** The beginning of the one container, named as its pod. */
    static ContainerBuilder container(String name, String image) {
        return new ContainerBuilder()
                .withName(name)
                .withImage(image)
                .withImagePullPolicy("IfNotPresent")
                .withNewResources()
                .addToRequests("cpu", new Quantity(CPU))
                .endResources();
    }

    static VolumeMount mountAt(String path) {
        return new VolumeMountBuilder()
                .withName(VOLUME)
                .withMountPath(path)
                .withReadOnly(true)
                .build();
    }

    private static Volume folder(String path) {
        var source = new HostPathVolumeSourceBuilder()
                .withPath(path)
                .withType("Directory")
                .build();
        return new VolumeBuilder().withName(VOLUME).withHostPath(source).build();
    }

    /** SHA-256 over the pod, and over path, mode and text of every file in the folder. */
    private static String hash(Target target, String folder, String pod) {
        var digest = sha256();
        digest.update(pod.getBytes(StandardCharsets.UTF_8));
        for (Artifact artifact : target.earlier()) {
            if (artifact.path().startsWith(folder + "/")) {
                digest.update((artifact + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(sha256().digest(artifact.bytes()));
            }
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
