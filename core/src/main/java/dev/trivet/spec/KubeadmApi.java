package dev.trivet.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * A version of kubeadm's configuration format, {@code kubeadm.k8s.io/...}.
 *
 * @since 0.1.0
 */
public enum KubeadmApi {
    /** Read by Kubernetes 1.15 to 1.26; the newest one up to 1.21. */
    @JsonProperty("v1beta2")
    V1BETA2(15, 26),
    /** Read by Kubernetes 1.22 to 1.36; the newest one up to 1.30. */
    @JsonProperty("v1beta3")
    V1BETA3(22, 36),
    /** Read from Kubernetes 1.31 on; extra arguments become lists of names and values. */
    @JsonProperty("v1beta4")
    V1BETA4(31, Integer.MAX_VALUE);

    private final int firstMinor;
    private final int lastMinor;

    KubeadmApi(int firstMinor, int lastMinor) {
        this.firstMinor = firstMinor;
        this.lastMinor = lastMinor;
    }

    /**
     * The newest format that a Kubernetes version reads.
     *
     * @param version the Kubernetes version
     * @return the format
     */
    public static KubeadmApi newestOf(KubernetesVersion version) {
        KubeadmApi newest = V1BETA2;
        for (KubeadmApi api : values()) {
            if (api.isReadBy(version)) {
                newest = api;
            }
        }
        return newest;
    }

    /**
     * Whether kubeadm of a Kubernetes version reads this format.
     *
     * @param version the Kubernetes version
     * @return whether it is read
     */
    public boolean isReadBy(KubernetesVersion version) {
        return version.minor() >= firstMinor && version.minor() <= lastMinor;
    }

    /**
     * The format's name as it is written in {@code apiVersion}.
     *
     * @return for instance {@code kubeadm.k8s.io/v1beta4}
     */
    public String apiVersion() {
        return "kubeadm.k8s.io/" + word();
    }

    /** The format as the spec names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
