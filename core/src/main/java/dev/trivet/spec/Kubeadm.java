package dev.trivet.spec;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What kubeadm is told beyond the rest.
 *
 * @since 0.1.0
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableKubeadm.class)
public abstract class Kubeadm implements WithKubeadm {

    Kubeadm() {}

    /**
     * Nothing said: every setting at its default.
     *
     * @return the settings to start from
     */
    public static Kubeadm defaults() {
        return ImmutableKubeadm.builder().build();
    }

    /**
     * Where Kubernetes' own images come from.
     *
     * @return a registry and path; by default kubeadm's
     */
    @Form(value = ImageRules.NAME, longest = ImageRules.LONGEST_NAME)
    public abstract Optional<String> imageRepository();

    /**
     * The container runtime's socket.
     *
     * @return an absolute path or {@code unix://} URL; by default what kubeadm finds
     */
    @Form(KubeadmRules.SOCKET)
    public abstract Optional<String> criSocket();

    /**
     * kubeadm's preflight checks whose errors become warnings.
     *
     * @return names of checks; by default none
     */
    @Form(KubeadmRules.CHECK)
    public abstract List<String> ignorePreflightErrors();

    /**
     * The version of kubeadm's configuration format.
     *
     * @return by default the newest that the Kubernetes version reads
     */
    public abstract Optional<KubeadmApi> configApi();
}
