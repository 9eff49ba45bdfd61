package dev.trivet.spec;

import java.util.List;
import java.util.Optional;

/**
 * What kubeadm is told beyond the rest, known to be right.
 *
 * @param configApi the version of its configuration format
 * @param imageRepository where Kubernetes' own images come from
 * @param criSocket the container runtime's socket as kubeadm asks for it: with {@code unix://}, except dockershim's
 *     {@code /var/run/dockershim.sock}
 * @param ignorePreflightErrors the preflight checks whose errors become warnings
 * @since 0.1.0
 */
public record KubeadmSettings(
        KubeadmApi configApi,
        Optional<String> imageRepository,
        Optional<String> criSocket,
        List<String> ignorePreflightErrors) {

    /** Copies the list. */
    public KubeadmSettings {
        ignorePreflightErrors = List.copyOf(ignorePreflightErrors);
    }
}
